package org.yizhan.settlement.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.settlement.simulation.Dimension;
import org.yizhan.settlement.simulation.Effect;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.Findings.Row;
import org.yizhan.settlement.simulation.Findings.Undecided;
import org.yizhan.settlement.simulation.RunwayEffect;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.Slice;

/**
 * A simulation as it is answered.
 *
 * @param result null until it is DONE
 */
record SimulationView(
    UUID id,
    State state,
    String city,
    LocalDate from,
    LocalDate to,
    OffsetDateTime submittedAt,
    Parameters parameters,
    Progress progress,
    @Nullable String failure,
    @Nullable Result result) {

  /** Hashes over all files in force and on trial, and the files of the overlay. */
  record Parameters(String inForce, String onTrial, Set<String> files) {}

  record Progress(int parts, int done, long people, long settlements) {}

  /** Amounts in yuan; the difference is after less before, with a sign when it is less. */
  record Result(
      long people,
      long settlements,
      long changed,
      List<Undecided> undecided,
      List<Paid> payers,
      List<Group> categories,
      List<Group> hospitals,
      List<Group> months,
      List<Group> counties,
      List<Cap> caps,
      List<Spending> monthlySpending,
      List<Runway> runways) {}

  record Paid(Payer payer, Money before, Money after, String difference) {}

  /** All payers together, and one by one. */
  record Group(String key, Money before, Money after, String difference, List<Paid> payers) {}

  /** How many people use a yearly cap up. */
  record Cap(Payer payer, long before, long after, long difference) {}

  record Spending(Payer fund, int months, Money before, Money after, String difference) {}

  /**
   * How long prepaid money lasts: the ledger's balance at a month's close, months and last day by
   * the law in force and by the one on trial; null where that one would spend nothing.
   */
  record Runway(
      Payer fund,
      PrepaymentKind kind,
      YearMonth month,
      Money balance,
      Money monthlyBefore,
      Money monthlyAfter,
      String monthsBefore,
      @Nullable String monthsAfter,
      @Nullable LocalDate exhaustedBefore,
      @Nullable LocalDate exhaustedAfter) {

    private static Runway of(RunwayEffect effect) {
      var forecast = effect.forecast();
      var monthly = effect.monthly();
      return new Runway(
          forecast.fund(),
          forecast.kind(),
          forecast.month(),
          forecast.balance(),
          monthly.before(),
          monthly.after(),
          RunwayEffect.months(forecast.balance(), monthly.before()),
          monthly.after().isZero()
              ? null
              : RunwayEffect.months(forecast.balance(), monthly.after()),
          forecast.exhaustedOn(),
          effect.exhaustedOn().orElse(null));
    }
  }

  /**
   * @param runways what the ledger says of the city's prepaid money
   */
  static SimulationView of(Simulation simulation, List<RunwayForecast> runways) {
    var question = simulation.question();
    var findings = simulation.findings();
    return new SimulationView(
        simulation.id(),
        simulation.state(),
        question.city(),
        question.period().from(),
        question.period().to(),
        simulation.submittedAt(),
        new Parameters(question.hashInForce(), question.hashOnTrial(), question.overlay().keySet()),
        progress(simulation),
        simulation.failure(),
        simulation.state() == State.DONE ? result(findings, runways) : null);
  }

  static Progress progress(Simulation simulation) {
    var findings = simulation.findings();
    return new Progress(
        Slice.COUNT, simulation.done().size(), findings.people(), findings.settlements());
  }

  private static Result result(Findings findings, List<RunwayForecast> runways) {
    return new Result(
        findings.people(),
        findings.settlements(),
        findings.changed(),
        findings.undecided(),
        paid(findings.by(Dimension.ALL)),
        groups(findings, Dimension.CATEGORY),
        groups(findings, Dimension.HOSPITAL),
        groups(findings, Dimension.MONTH),
        groups(findings, Dimension.COUNTY),
        findings.caps().stream()
            .map(c -> new Cap(c.payer(), c.before(), c.after(), c.after() - c.before()))
            .toList(),
        findings.spending().stream().map(SimulationView::spending).toList(),
        RunwayEffect.of(runways, findings).stream().map(Runway::of).toList());
  }

  static List<Group> groups(Findings findings, Dimension dimension) {
    var byKey = new LinkedHashMap<String, List<Row>>();
    for (var row : findings.by(dimension)) {
      byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
    }
    return byKey.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
  }

  private static Group group(String key, List<Row> rows) {
    var sum = rows.stream().map(Row::effect).reduce(Effect.NONE, Effect::plus);
    return new Group(key, sum.before(), sum.after(), sum.difference(), paid(rows));
  }

  static List<Paid> paid(List<Row> rows) {
    return rows.stream().map(row -> paid(row.payer(), row.effect())).toList();
  }

  private static Paid paid(Payer payer, Effect effect) {
    return new Paid(payer, effect.before(), effect.after(), effect.difference());
  }

  private static Spending spending(Findings.Spending of) {
    var mean = of.mean();
    return new Spending(of.fund(), of.months(), mean.before(), mean.after(), mean.difference());
  }
}
