package org.yizhan.settlement.admission;

import java.time.LocalDate;
import java.util.Objects;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Problem;
import org.yizhan.settlement.bill.Admission;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.PayerChain;
import org.yizhan.settlement.payerchain.PayerChain.Prospect;

/**
 * What comes of checking an admission (H9), by the rules that will decide about the bill. They are
 * asked as if the patient left on the admission date: what counts later is said in a reason.
 */
public sealed interface AdmissionCheck {

  record Checked(Standing standing) implements AdmissionCheck {}

  /** Person or hospital are such that there is nothing to say. */
  record Refused(Problem problem) implements AdmissionCheck {}

  static AdmissionCheck of(Admission admission) {
    var refusal = admission.refusal();
    if (refusal.isPresent()
        && (admission.facts().coverage() == null || admission.hospital() == null)) {
      return new Refused(refusal.get());
    }
    return new Checked(
        refusal
            .map(problem -> outside(admission, problem.detail()))
            .orElseGet(() -> standing(admission)));
  }

  private static Standing outside(Admission admission, String reason) {
    var day = admission.admissionDate();
    return Standing.outside(
        admission.enrolment() == null ? null : admission.until(day).coverage(), reason);
  }

  private static Standing standing(Admission admission) {
    try {
      var chain = Objects.requireNonNull(admission.chain());
      return standing(admission, chain);
    } catch (MissingParameter missing) {
      // A bill would be refused for it too; the counter still learns who the patient is.
      return outside(admission, String.valueOf(missing.getMessage()));
    }
  }

  private static Standing standing(Admission admission, PayerChain chain) {
    var admitted = admission.admissionDate();
    var start = chain.start().orElse(admitted);
    boolean started = !admitted.isBefore(start);
    var stay = admission.until(admitted);
    var asked = started ? stay : readOn(start, stay);
    var prospects = chain.prospects(asked);
    var categories =
        stay.coverage().marks().stream()
            .filter(mark -> prospects.stream().anyMatch(one -> one.marks().contains(mark)))
            .toList();
    var reasons = new Reasons(admission, stay.coverage(), categories);
    return new Standing(
        stay.coverage(),
        stay.coverage().place() == Place.IN_CITY ? null : chain.functionOpen(asked),
        started && prospects.stream().anyMatch(Prospect::paysForMark),
        categories,
        started ? reasons.inForce(prospects) : reasons.before(start));
  }

  /** The same person and place, under the law of another day. */
  private static StayCircumstances readOn(LocalDate day, StayCircumstances stay) {
    return new StayCircumstances(
        stay.coverage(), stay.hospital(), stay.admissionDate(), day, stay.offSiteFunctionOpen());
  }
}
