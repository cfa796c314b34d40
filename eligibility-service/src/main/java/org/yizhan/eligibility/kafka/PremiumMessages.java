package org.yizhan.eligibility.kafka;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.calendar.CalendarEvent.MonthEnded;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.eligibility.premium.AskedAgain;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.YearsBegun;

/** What premiums hear of: the days, and what the ledger has paid. */
public final class PremiumMessages {

  private final Premiums premiums;
  private final YearsBegun years;
  private final AskedAgain asked;

  public PremiumMessages(Premiums premiums, YearsBegun years, AskedAgain asked) {
    this.premiums = premiums;
    this.years = years;
    this.asked = asked;
  }

  /**
   * Every day begins its year unless it has begun: a suite that was not there on 1 January looks
   * through its persons on the first day it hears of. And every day what is unpaid is asked for
   * again, once for many days that are heard of late.
   */
  public Reaction days(Batch<CalendarEvent> batch) {
    var days = new LinkedHashMap<Integer, LocalDate>();
    var latest = Optional.<LocalDate>empty();
    for (var inbound : batch.records()) {
      switch (inbound.event()) {
        case DayBegan day -> {
          days.putIfAbsent(day.date().getYear(), day.date());
          latest = latest.filter(day.date()::isBefore).or(() -> Optional.of(day.date()));
        }
        case MonthEnded _ -> {} // a premium's month ends with its due day
        case CalendarEvent.Unrecognised _ -> {} // counted by the edge
      }
    }
    days.values().forEach(years::begin);
    latest.ifPresent(asked::begin);
    return Reaction.NOTHING;
  }

  public Reaction payments(Batch<LedgerEvent> batch) {
    var paid = new LinkedHashMap<UUID, LocalDate>();
    for (var inbound : batch.records()) {
      switch (inbound.event()) {
        // When the ledger said so, not the booking date: what was paid late must be seen to be
        // late.
        case PremiumPaid one ->
            paid.putIfAbsent(one.obligationId(), inbound.appendedAt().toLocalDate());
        case LedgerEvent _ -> {} // about a fund, not about a person
      }
    }
    premiums.paid(paid);
    return Reaction.NOTHING;
  }
}
