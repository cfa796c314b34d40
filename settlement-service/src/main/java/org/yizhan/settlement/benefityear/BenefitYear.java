package org.yizhan.settlement.benefityear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * The claims of a person in one city whose discharge dates lie in one calendar year, in the order
 * of their settlement, and what they have used up. Both schemes share it.
 *
 * @param version counts the changes of the year, 0 for one without any
 * @param claims cancelled ones too, in their place
 * @param accumulators always the fold over the claims
 */
public record BenefitYear(Key key, long version, List<Claim> claims, Accumulators accumulators) {

  public BenefitYear {
    claims = List.copyOf(claims);
  }

  /**
   * @param city where the person is enrolled on the admission date
   * @param year of the discharge date
   */
  public record Key(String personNumber, String city, int year) {}

  public static BenefitYear empty(Key key) {
    return new BenefitYear(key, 0, List.of(), Accumulators.NONE);
  }

  /** A year of these claims; what they have used up is folded, never taken on trust. */
  public static BenefitYear of(Key key, long version, List<Claim> claims) {
    var used = Accumulators.NONE;
    for (var claim : claims) {
      used = claim.addedTo(used);
    }
    return new BenefitYear(key, version, claims, used);
  }

  /** The year after one more settlement. */
  public BenefitYear with(Claim claim) {
    var more = new ArrayList<>(claims);
    more.add(claim);
    return new BenefitYear(key, version + 1, more, claim.addedTo(accumulators));
  }

  /** As far as the next bill asks for it. */
  public RunningYear running() {
    var deciders = new LinkedHashMap<UUID, UUID>();
    claims.forEach(claim -> deciders.put(claim.settlementId(), claim.commandId()));
    return new RunningYear(key, version, deciders, accumulators, List.of());
  }

  public Optional<Claim> claimOf(UUID settlementId) {
    return claims.stream().filter(claim -> claim.settlementId().equals(settlementId)).findFirst();
  }
}
