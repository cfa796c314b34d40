package org.yizhan.settlement.benefityear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * A year as far as its next bill asks for it: what is used up, and which settlements are in it. The
 * claims themselves are not read, so a bill costs the same in a year with many as in one with few.
 *
 * @param version counts the changes of the year, 0 for one without any
 * @param deciders by settlement, cancelled ones too, the command that settled it
 * @param used the fold over the year's claims, kept beside them and checked whenever they are read
 * @param added the claims of this batch, not written yet
 */
public record RunningYear(
    BenefitYear.Key key,
    long version,
    Map<UUID, UUID> deciders,
    Accumulators used,
    List<Claim> added) {

  public RunningYear {
    deciders = Map.copyOf(deciders);
    added = List.copyOf(added);
  }

  public static RunningYear empty(BenefitYear.Key key) {
    return new RunningYear(key, 0, Map.of(), Accumulators.NONE, List.of());
  }

  /** The year after one more settlement. */
  public RunningYear with(Claim claim) {
    var more = new ArrayList<>(added);
    more.add(claim);
    var known = new LinkedHashMap<>(deciders);
    known.put(claim.settlementId(), claim.commandId());
    return new RunningYear(
        key, version + 1, known, used.plus(claim.shares(), claim.baseIncrement()), more);
  }

  /** The same year once its added claims are stored. */
  public RunningYear written() {
    return new RunningYear(key, version, deciders, used, List.of());
  }

  /** The command that decided a settlement; the same body or command sent again finds it. */
  public Optional<UUID> deciderOf(UUID settlementId) {
    return Optional.ofNullable(deciders.get(settlementId));
  }
}
