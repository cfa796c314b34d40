package org.yizhan.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.settlement.web.StandingSettlement.RevisionView;
import org.yizhan.settlement.web.Standings.Standing;

/**
 * A settlement taken apart, for programs.
 *
 * @param stages in chain order
 * @param illustrative the values used for which nothing is published; they must be replaced before
 *     real use
 * @param revisions how it came to stand so, oldest first; of a cancelled one the stages show the
 *     shares it had, which nobody bears any longer
 */
record ExplanationView(
    UUID settlementId,
    Status status,
    String hospitalCode,
    String city,
    Scheme scheme,
    @Nullable EmploymentStatus employment,
    Place place,
    @Nullable String category,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    OffsetDateTime settledAt,
    BillView bill,
    List<StageView> stages,
    PatientView patient,
    Settlement.YearToDate yearToDate,
    String parametersVersion,
    String parametersHash,
    List<ParameterUsed> illustrative,
    List<RevisionView> revisions) {

  record BillView(
      Money total, Money fullSelfPay, Money overLimit, Money priorSelfPay, Money inPolicy) {}

  /**
   * @param reason why the amount is 0.00
   * @param openAfter what the stage leaves to the next one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StageView(
      Payer payer,
      Money amount,
      @Nullable String reason,
      @Nullable String category,
      @Nullable String categoryCounty,
      @Nullable String insurer,
      Money openAfter,
      Explanation explanation) {}

  /**
   * @param amount the residual: {@code open} and {@code notInPolicy} together
   * @param open what no payer took of the in-policy amount
   * @param notInPolicy the three parts of the bill that nobody divides
   */
  record PatientView(Money amount, Money open, Money notInPolicy) {}

  static ExplanationView of(Standing standing) {
    var of = standing.now();
    var stages = stagesOf(of);
    var open = stages.isEmpty() ? of.inPolicy() : stages.getLast().openAfter();
    return new ExplanationView(
        of.settlementId(),
        of.status(),
        of.hospitalCode(),
        of.city(),
        of.scheme(),
        of.employment(),
        of.place(),
        of.category(),
        of.admissionDate(),
        of.dischargeDate(),
        of.settledAt(),
        new BillView(
            of.total(), of.fullSelfPay(), of.overLimit(), of.priorSelfPay(), of.inPolicy()),
        stages,
        new PatientView(of.patient(), open, of.total().minus(of.inPolicy())),
        of.yearToDate(),
        of.parameters().version(),
        of.parameters().hash(),
        illustrativeIn(of),
        StandingSettlement.revisionsOf(standing));
  }

  private static List<StageView> stagesOf(Settlement of) {
    var stages = new ArrayList<StageView>();
    var open = of.inPolicy();
    for (var share : of.shares()) {
      open = open.minus(share.amount());
      stages.add(
          new StageView(
              share.payer(),
              share.amount(),
              share.reason(),
              share.category(),
              share.categoryCounty(),
              share.insurer(),
              open,
              share.explanation()));
    }
    return stages;
  }

  private static List<ParameterUsed> illustrativeIn(Settlement of) {
    var names = of.parameters().illustrative();
    var values = new LinkedHashMap<String, ParameterUsed>();
    of.shares().stream()
        .flatMap(share -> share.explanation().parameters().stream())
        .filter(used -> names.contains(used.name()))
        .forEach(used -> values.putIfAbsent(used.name(), used));
    return List.copyOf(values.values());
  }
}
