package org.yizhan.settlement.benefityear;

import java.util.ArrayList;
import java.util.function.Function;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.settlement.benefityear.Refold.Changed;
import org.yizhan.settlement.benefityear.Standing.AsDecided;
import org.yizhan.settlement.benefityear.Standing.Cancelled;
import org.yizhan.settlement.benefityear.Standing.Under;
import org.yizhan.settlement.benefityear.Statement.Law;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/**
 * Folds a year again when something about it has changed: a claim is cancelled, a fact or a law is
 * another. The claims keep their order; each is divided by what those before it have used up now.
 * Pure: the year and the answers of {@code standing} decide everything.
 */
public final class Refolding {

  private final LawBook laws;

  public Refolding(LawBook laws) {
    this.laws = laws;
  }

  /**
   * @param standing asked of every claim that stands, in order
   * @throws MissingParameter when a law has no number for a value that is needed
   */
  public Refold fold(BenefitYear year, Function<Claim, Standing> standing) {
    var claims = new ArrayList<Claim>(year.claims().size());
    var changed = new ArrayList<Changed>();
    var usedThen = Accumulators.NONE;
    var used = Accumulators.NONE;
    for (var was : year.claims()) {
      var is = was.stands() ? restated(was, standing.apply(was), usedThen, used) : was;
      claims.add(is);
      if (is.differsFrom(was)) {
        changed.add(new Changed(was, is, usedThen, used));
      }
      usedThen = was.addedTo(usedThen);
      used = is.addedTo(used);
    }
    return new Refold(BenefitYear.of(year.key(), year.version() + 1, claims), changed);
  }

  private Claim restated(Claim was, Standing standing, Accumulators usedThen, Accumulators used) {
    return switch (standing) {
      case Cancelled(var revisionId) -> was.cancelled(revisionId);
      case AsDecided _ -> asDecided(was, usedThen, used);
      case Under(var circumstances, var law) -> {
        var is = divided(was, circumstances, law, used);
        var asDecided = asDecided(was, usedThen, used);
        // Else a claim would come to stand by facts that no event has told.
        yield is.comesOutOtherwiseThan(asDecided) ? is : asDecided;
      }
    };
  }

  private Claim asDecided(Claim was, Accumulators usedThen, Accumulators used) {
    return used.equals(usedThen)
        ? was
        : divided(was, was.circumstances(), laws.of(was.parameterHash()), used);
  }

  private static Claim divided(
      Claim was, StayCircumstances circumstances, Laws law, Accumulators used) {
    var amounts =
        chainOf(circumstances, law)
            .amounts(circumstances, was.command().amounts().inPolicy(), used);
    return was.divided(circumstances, law.hash(), amounts);
  }

  private static PayerChain chainOf(StayCircumstances circumstances, Laws law) {
    var coverage = circumstances.coverage();
    return law.chain(coverage.city(), coverage.scheme())
        .orElseThrow(
            () -> new IllegalStateException("no chain for " + coverage.city() + " any longer"));
  }

  /** What is said about a claim that stands otherwise now. */
  public Revision revision(Changed changed) {
    var before = settlement(changed.was(), changed.usedThen(), Status.SETTLED);
    var now =
        changed.is().stands()
            ? settlement(changed.is(), changed.used(), Status.SETTLED)
            : settlement(changed.was(), changed.usedThen(), Status.CANCELLED);
    return new Revision(before, now);
  }

  /**
   * A claim of the year that stands, as it does now.
   *
   * @throws BrokenInvariant when the claim does not follow from what it says it was decided by
   */
  public Settlement standing(BenefitYear year, Claim claim) {
    var before = year.claims().subList(0, year.claims().indexOf(claim));
    var used = BenefitYear.of(year.key(), year.version(), before).accumulators();
    return settlement(claim, used, Status.SETTLED);
  }

  /**
   * A settlement with its explanations as they follow from its claim.
   *
   * @throws BrokenInvariant when the claim does not follow from what it says it was decided by
   */
  private Settlement settlement(Claim claim, Accumulators used, Status status) {
    var law = laws.of(claim.parameterHash());
    var division =
        chainOf(claim.circumstances(), law)
            .divide(claim.circumstances(), claim.command().amounts().inPolicy(), used);
    if (!division.amounts().equals(claim.shares())) {
      throw new BrokenInvariant(
          "settlement %s divides into %s, its year keeps %s"
              .formatted(claim.settlementId(), division.amounts(), claim.shares()));
    }
    return new Statement(claim, division.shares(), claim.toDate(used), Law.of(law))
        .settlement(status);
  }
}
