package org.yizhan.settlement.benefityear;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * A year folded again.
 *
 * @param year as it stands then, one version on
 * @param changed the claims of which a payer's share, what they add to the base, the facts or the
 *     law changed, or that no longer stand, in the order of the year
 */
public record Refold(BenefitYear year, List<Changed> changed) {

  public Refold {
    changed = List.copyOf(changed);
  }

  /** The settlements that changed and of which a part was settled outside one-stop before. */
  public List<UUID> partlyOutside() {
    return changed.stream()
        .map(Changed::was)
        .filter(was -> !was.outside().isEmpty())
        .map(Claim::settlementId)
        .toList();
  }

  /** The same, when what changed is settled outside one-stop and no hospital advances it. */
  public Refold outsideOneStop() {
    var was = new HashMap<UUID, Claim>();
    changed.forEach(each -> was.put(each.is().settlementId(), each.was()));
    var claims =
        year.claims().stream()
            .map(
                claim -> {
                  var before = was.get(claim.settlementId());
                  return before == null ? claim : claim.outsideSince(before);
                })
            .toList();
    return new Refold(BenefitYear.of(year.key(), year.version(), claims), changed);
  }

  /**
   * @param usedThen what the claims before it had used up as they were
   * @param used what they use up now
   */
  public record Changed(Claim was, Claim is, Accumulators usedThen, Accumulators used) {}
}
