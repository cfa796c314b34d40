package org.yizhan.ledger.kafka;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.calendar.CalendarEvent.MonthEnded;
import org.yizhan.ledger.calendar.DaysTold;
import org.yizhan.ledger.calendar.TellingTheDays;
import org.yizhan.ledger.fund.DaysOfFunds;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only place of the suite where time becomes an event. Several instances of this service say
 * the same day under the same id, so that a repeat is recognised.
 */
@Component
final class CalendarMessages {

  private final EventTypes<CalendarEvent> types;
  private final Publisher publisher;
  private final TellingTheDays telling;
  private final DaysOfFunds funds;
  private final FundOutbound asking;
  private final Clock clock;

  CalendarMessages(
      JsonMapper mapper,
      Publisher publisher,
      DaysTold told,
      DaysOfFunds funds,
      FundOutbound asking,
      Clock clock) {
    this.types = EventTypes.of(CalendarEvent.class, mapper);
    this.publisher = publisher;
    this.telling = new TellingTheDays(told, this::say);
    this.funds = funds;
    this.asking = asking;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 10_000)
  void tell() {
    telling.upTo(LocalDate.now(clock));
  }

  private void say(List<CalendarEvent> events) {
    publisher.publishToEveryPartition(events.stream().map(this::outbound).toList());
    for (var event : events) {
      if (event instanceof DayBegan day) {
        publisher.publish(funds.of(day.date()).stream().map(asking::asking).toList());
      }
    }
  }

  private Outbound outbound(CalendarEvent event) {
    var subject =
        switch (event) {
          case DayBegan day -> day.date().toString();
          case MonthEnded ended -> ended.month().toString();
          case CalendarEvent.Unrecognised _ -> throw new IllegalArgumentException("never sent");
        };
    var type = types.nameOf(event);
    return new Outbound(
        Topics.CALENDAR,
        subject,
        type,
        DerivedId.of(type, subject),
        subject,
        null,
        types.write(event));
  }
}
