package org.yizhan.ledger.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.Outlook;
import org.yizhan.ledger.law.FundLaw;

/**
 * What the last look at the funds found. Instances share one database and find the same: read them
 * with {@code max}.
 */
@Component
final class FundGauges {

  private final Funds funds;
  private final Outlook outlook;
  private final Clock clock;
  private final List<String> keys;
  private final MultiGauge warnings;
  private final MultiGauge prepaid;
  private final MultiGauge runwayDays;
  private final MultiGauge imprestOpen;
  private final MultiGauge held;
  private final MultiGauge prepayments;
  private volatile long undetermined;

  FundGauges(Funds funds, FundLaw law, Outlook outlook, Clock clock, MeterRegistry meters) {
    this.funds = funds;
    this.outlook = outlook;
    this.clock = clock;
    this.keys =
        law.cities().stream()
            .flatMap(city -> Stream.of(Payer.values()).map(fund -> FundCommand.keyOf(city, fund)))
            .toList();
    this.warnings = gauge("yizhan.fund.warnings", meters);
    this.prepaid = gauge("yizhan.fund.prepaid.fen", meters);
    this.runwayDays = gauge("yizhan.fund.runway.days", meters);
    this.imprestOpen = gauge("yizhan.fund.imprest.open.fen", meters);
    this.held = gauge("yizhan.fund.held", meters);
    this.prepayments = gauge("yizhan.fund.prepayments", meters);
    Gauge.builder("yizhan.fund.deadlines.undetermined", () -> undetermined).register(meters);
  }

  private static MultiGauge gauge(String name, MeterRegistry meters) {
    return MultiGauge.builder(name).register(meters);
  }

  @Scheduled(fixedDelay = 10_000)
  void look() {
    var states = funds.find(keys).values().stream().map(kept -> kept.now().state()).toList();
    count(warnings, states.stream().flatMap(FundGauges::warningsOf));
    count(prepayments, states.stream().flatMap(FundGauges::prepaymentsOf));
    show(held, states, state -> List.of(Row.of(tagsOf(state), state.held().size())));
    show(imprestOpen, states, FundGauges::imprestOpen);
    show(prepaid, states, this::prepaid);
    show(runwayDays, states, this::runwayDays);
    undetermined =
        states.stream()
            .flatMap(FundGauges::waiting)
            .filter(demand -> demand.missingYear() != null)
            .count();
  }

  /** What is closed is no longer counted. */
  private static Stream<Tags> warningsOf(FundState state) {
    return state.warnings().stream()
        .filter(warning -> warning.state() != FundWarning.State.CLOSED)
        .map(
            warning ->
                tagsOf(state)
                    .and("cause", warning.cause().name(), "state", warning.state().name()));
  }

  private static Stream<Tags> prepaymentsOf(FundState state) {
    return state.prepayments().stream()
        .map(one -> tagsOf(state).and("kind", one.kind().name(), "state", one.state().name()));
  }

  private static Stream<ImprestDemand> waiting(FundState state) {
    return state.demands().stream().filter(one -> one.state() != ImprestDemand.State.MET);
  }

  /** Every demand asks for all that is lacking, so the largest is the amount. */
  private static List<Row<?>> imprestOpen(FundState state) {
    return state.fund() == Payer.POVERTY
        ? List.of(
            Row.of(
                tagsOf(state), waiting(state).mapToLong(one -> one.open().fen()).max().orElse(0)))
        : List.of();
  }

  private List<Row<?>> prepaid(FundState state) {
    var rows = new ArrayList<Row<?>>();
    for (var one : outlook.of(state, dayOf(state))) {
      rows.add(Row.of(tagsOf(state).and("kind", one.kind().name()), one.balanceFen()));
    }
    return rows;
  }

  /** Nothing is shown of what nothing is spent from: it lasts for ever. */
  private List<Row<?>> runwayDays(FundState state) {
    var day = dayOf(state);
    var rows = new ArrayList<Row<?>>();
    for (var one : outlook.of(state, day)) {
      one.rate()
          .map(Outlook.Rate::exhaustedOn)
          .ifPresent(
              on ->
                  rows.add(
                      Row.of(
                          tagsOf(state).and("kind", one.kind().name()),
                          Math.max(0, ChronoUnit.DAYS.between(day, on)))));
    }
    return rows;
  }

  private LocalDate dayOf(FundState state) {
    return Objects.requireNonNullElseGet(state.today(), () -> LocalDate.now(clock));
  }

  private static Tags tagsOf(FundState state) {
    return Tags.of("city", state.city(), "fund", state.fund().name());
  }

  private static void count(MultiGauge gauge, Stream<Tags> found) {
    var counts = new HashMap<Tags, Integer>();
    found.forEach(tags -> counts.merge(tags, 1, Integer::sum));
    var rows = new ArrayList<Row<?>>();
    for (Map.Entry<Tags, Integer> one : counts.entrySet()) {
      rows.add(Row.of(one.getKey(), one.getValue()));
    }
    gauge.register(rows, true);
  }

  private static void show(MultiGauge gauge, List<FundState> states, Rows rows) {
    gauge.register(states.stream().flatMap(state -> rows.of(state).stream()).toList(), true);
  }

  @FunctionalInterface
  private interface Rows {
    List<Row<?>> of(FundState state);
  }
}
