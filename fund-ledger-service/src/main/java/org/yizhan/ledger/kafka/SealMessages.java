package org.yizhan.ledger.kafka;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.DaySealed;
import org.yizhan.ledger.chain.DaySeal;
import org.yizhan.ledger.chain.SealingDays;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a day begins, the chains are sealed and the head leaves the building. A day that comes again
 * is answered with the same bytes.
 */
@Configuration(proxyBeanMethods = false)
class SealMessages {

  /** Every partition of the calendar says the same; one is enough, and its days are in order. */
  private static final int ONE_COPY = 0;

  @Bean
  Subscription<CalendarEvent> calendar(SealingDays sealing, JsonMapper mapper) {
    var events = EventTypes.of(LedgerEvent.class, mapper);
    return Subscription.to(
        Topics.CALENDAR,
        EventTypes.of(CalendarEvent.class, mapper),
        batch ->
            Reaction.publishing(
                batch.records().stream()
                    .filter(inbound -> inbound.place().partition().number() == ONE_COPY)
                    .flatMap(inbound -> sealed(inbound, sealing, events).stream())
                    .toList()));
  }

  private static List<Outbound> sealed(
      Inbound<CalendarEvent> inbound, SealingDays sealing, EventTypes<LedgerEvent> events) {
    return switch (inbound.event()) {
      case DayBegan day ->
          sealing
              .seal(day.date())
              .map(seal -> outbound(seal, inbound, events))
              .map(List::of)
              .orElse(List.of());
      case CalendarEvent.MonthEnded _ -> List.of(); // the day that begins says enough
      case CalendarEvent.Unrecognised _ -> List.of(); // counted by the edge
    };
  }

  private static Outbound outbound(
      DaySeal seal, Inbound<CalendarEvent> inbound, EventTypes<LedgerEvent> events) {
    var event = new DaySealed(seal.date(), seal.head().hex(), seal.chains().size());
    var type = events.nameOf(event);
    return new Outbound(
        Topics.LEDGER,
        seal.date().toString(),
        type,
        DerivedId.of(type, seal.date()),
        seal.date().toString(),
        inbound.traceparent(),
        events.write(event));
  }
}
