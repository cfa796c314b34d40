package org.yizhan.settlement.benefityear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * The claims of a person in one city whose discharge dates lie in one calendar year, in the order
 * of their settlement, and what they have used up. Both schemes share it.
 *
 * @param version counts the changes of the year, 0 for one without any
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

  /** A year as it was stored; what it has used up is folded again, never trusted. */
  public static BenefitYear of(Key key, long version, List<Claim> claims) {
    var used = Accumulators.NONE;
    for (var claim : claims) {
      used = used.plus(claim.shares(), claim.baseIncrement());
    }
    return new BenefitYear(key, version, claims, used);
  }

  /** The year after one more settlement. */
  public BenefitYear with(Claim claim) {
    var more = new ArrayList<>(claims);
    more.add(claim);
    return new BenefitYear(
        key, version + 1, more, accumulators.plus(claim.shares(), claim.baseIncrement()));
  }

  /** The claim that this command settled before; a redelivered command finds it. */
  public Optional<Claim> decidedBy(UUID commandId) {
    return claims.stream().filter(claim -> claim.commandId().equals(commandId)).findFirst();
  }

  /** The claim of a settlement; the same body sent again finds it. */
  public Optional<Claim> settled(UUID settlementId) {
    return claims.stream().filter(claim -> claim.settlementId().equals(settlementId)).findFirst();
  }
}
