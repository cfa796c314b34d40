package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

final class EncountersInMemory implements Encounters {

  private final Map<Encounter, Holding> holdings = new HashMap<>();
  private final EachWrite write;

  EncountersInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public Map<Encounter, Holding> find(Collection<Encounter> encounters) {
    var found = new HashMap<>(holdings);
    found.keySet().retainAll(encounters);
    return found;
  }

  @Override
  public boolean claim(Collection<Claim> claims, Predicate<Encounter> neverClaimed) {
    long granted = claims.stream().filter(claim -> claim(claim, neverClaimed)).count();
    return granted == claims.size();
  }

  private boolean claim(Claim claim, Predicate<Encounter> neverClaimed) {
    write.begins();
    var was = holdings.get(claim.encounter());
    boolean first = claim.replaces() == null && neverClaimed.test(claim.encounter());
    boolean granted = first ? was == null : was != null && was.isFreeFor(claim.replaces());
    if (granted) {
      var free = was == null ? Holding.FREE : was;
      holdings.put(
          claim.encounter(),
          new Holding(
              claim.settlementId(),
              claim.commandId(),
              claim.yearId(),
              free.cancelled(),
              free.cancelledYears()));
    }
    return granted;
  }

  @Override
  public void release(Collection<Claim> claims) {
    for (var claim : claims) {
      write.begins();
      var was = holdings.getOrDefault(claim.encounter(), Holding.FREE);
      if (claim.settlementId().equals(was.settlementId())
          && claim.commandId().equals(was.claimedBy())) {
        holdings.put(
            claim.encounter(),
            new Holding(null, null, null, was.cancelled(), was.cancelledYears()));
      }
    }
  }

  @Override
  public void cancel(Encounter encounter, UUID settlementId, String yearId) {
    write.begins();
    var was = holdings.getOrDefault(encounter, Holding.FREE);
    if (settlementId.equals(was.settlementId())) {
      var years = new HashMap<>(was.cancelledYears());
      years.put(settlementId, yearId);
      holdings.put(encounter, new Holding(null, null, null, settlementId, years));
    }
  }
}
