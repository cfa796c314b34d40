package org.yizhan.settlement.reimbursement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.CoverageOnStay.Days;

/**
 * Compares what was decided with what is known now of the person: marks, enrolments and filings,
 * under the law of each decision. Hospital and off-site function stay as they were known then.
 * Pure.
 */
public final class Reviewing {

  private final Refolding refolding;
  private final LawBook laws;

  public Reviewing(Refolding refolding, LawBook laws) {
    this.refolding = refolding;
    this.laws = laws;
  }

  /**
   * @throws MissingParameter when a law has no number for a value that is needed now
   */
  public Review review(BenefitYear year, Coverage known) {
    var unclear = new ArrayList<UUID>();
    var refold =
        refolding.fold(
            year,
            claim -> {
              var now = coverageOn(claim, known);
              if (now.isEmpty()) {
                unclear.add(claim.settlementId());
                return Standing.AS_DECIDED;
              }
              return standing(claim, now.get());
            });
    return new Review(refold, unclear);
  }

  /** Those of the unclear ones that can be taken back without touching what was settled by hand. */
  public List<UUID> toCancel(BenefitYear year, Review review) {
    return review.unclear().stream().filter(id -> canBeCancelled(year, id)).toList();
  }

  private boolean canBeCancelled(BenefitYear year, UUID settlementId) {
    return refolding
        .fold(
            year,
            claim ->
                claim.settlementId().equals(settlementId)
                    ? new Standing.Cancelled(settlementId)
                    : Standing.AS_DECIDED)
        .partlyOutside()
        .isEmpty();
  }

  private static Optional<CoverageOnStay> coverageOn(Claim claim, Coverage known) {
    var command = claim.command();
    var then = claim.circumstances();
    return CoverageOnStay.enrolmentOn(known, command.admissionDate())
        .filter(enrolment -> enrolment.city().equals(then.coverage().city()))
        .map(
            enrolment ->
                CoverageOnStay.of(
                    known,
                    enrolment,
                    then.hospital(),
                    new Days(command.admissionDate(), command.dischargeDate())));
  }

  private Standing standing(Claim claim, CoverageOnStay now) {
    var then = claim.circumstances();
    if (now.asOfVersion(then.coverage().eligibilityVersion()).equals(then.coverage())) {
      return Standing.AS_DECIDED;
    }
    var circumstances = then.knowing(now);
    return new Standing.Under(circumstances, laws.of(claim.parameterHash()));
  }
}
