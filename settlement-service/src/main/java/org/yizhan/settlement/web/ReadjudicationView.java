package org.yizhan.settlement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.readjudication.Readjudication;
import org.yizhan.settlement.simulation.Dimension;
import org.yizhan.settlement.simulation.Effect;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.Findings.Row;
import org.yizhan.settlement.simulation.Findings.Undecided;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.web.SimulationView.Group;
import org.yizhan.settlement.web.SimulationView.Paid;
import org.yizhan.settlement.web.SimulationView.Progress;

/**
 * A re-adjudication as it is answered.
 *
 * @param parameterHash of the law in force when it was asked
 * @param adoption null until it is approved
 */
record ReadjudicationView(
    UUID id,
    String city,
    LocalDate from,
    LocalDate to,
    String maker,
    String reason,
    OffsetDateTime submittedAt,
    String parameterHash,
    Preview preview,
    @Nullable Adoption adoption) {

  /**
   * @param result null until it is DONE
   */
  record Preview(
      State state, Progress progress, @Nullable String failure, @Nullable Result result) {}

  /**
   * @param result what has really been decided so far
   * @param apart what was decided otherwise than previewed; null until it is DONE
   */
  record Adoption(
      String checker,
      OffsetDateTime receivedAt,
      State state,
      Progress progress,
      @Nullable String failure,
      Result result,
      @Nullable List<Apart> apart) {}

  /**
   * Money of the changed settlements only: before, after, and after less before in yuan, which is
   * paid out or with a minus to be recovered.
   *
   * @param people with a changed settlement, counted once per calendar year
   */
  record Result(
      long people,
      long changed,
      List<Undecided> undecided,
      List<Paid> payers,
      List<Group> categories,
      List<Group> hospitals,
      List<Group> months,
      List<Group> counties) {}

  /** Differences in yuan; {@code apart} is decided less previewed. */
  record Apart(Payer payer, String previewed, String decided, String apart) {}

  static ReadjudicationView of(Readjudication readjudication) {
    var preview = readjudication.preview();
    var question = preview.question();
    return new ReadjudicationView(
        preview.id(),
        question.city(),
        question.period().from(),
        question.period().to(),
        readjudication.order().maker(),
        readjudication.order().reason(),
        preview.submittedAt(),
        question.hashInForce(),
        new Preview(
            preview.state(),
            SimulationView.progress(preview),
            preview.failure(),
            preview.state() == State.DONE ? result(preview.findings()) : null),
        readjudication.adoption().map(adoption -> adoption(preview, adoption)).orElse(null));
  }

  private static Adoption adoption(Simulation preview, Simulation adoption) {
    var order = Objects.requireNonNull(adoption.question().order());
    var approval = Objects.requireNonNull(order.approval());
    return new Adoption(
        approval.checker(),
        approval.receivedAt(),
        adoption.state(),
        SimulationView.progress(adoption),
        adoption.failure(),
        result(adoption.findings()),
        adoption.state() == State.DONE ? apart(preview.findings(), adoption.findings()) : null);
  }

  private static Result result(Findings findings) {
    return new Result(
        findings.people(),
        findings.changed(),
        findings.undecided(),
        SimulationView.paid(findings.by(Dimension.ALL)),
        SimulationView.groups(findings, Dimension.CATEGORY),
        SimulationView.groups(findings, Dimension.HOSPITAL),
        SimulationView.groups(findings, Dimension.MONTH),
        SimulationView.groups(findings, Dimension.COUNTY));
  }

  private static List<Apart> apart(Findings previewed, Findings decided) {
    return Arrays.stream(Payer.values())
        .map(payer -> apart(payer, effectOn(payer, previewed), effectOn(payer, decided)))
        .filter(each -> !each.previewed().equals(each.decided()))
        .toList();
  }

  private static Apart apart(Payer payer, Effect previewed, Effect decided) {
    var apart =
        new BigDecimal(decided.difference()).subtract(new BigDecimal(previewed.difference()));
    return new Apart(payer, previewed.difference(), decided.difference(), apart.toPlainString());
  }

  private static Effect effectOn(Payer payer, Findings findings) {
    return findings.by(Dimension.ALL).stream()
        .filter(row -> row.payer() == payer)
        .map(Row::effect)
        .reduce(Effect.NONE, Effect::plus);
  }
}
