package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.eligibility.premium.Premium.State;

/** The fake passes {@link PremiumsContract} as the store does. */
final class PremiumsInMemory implements Premiums {

  private final Map<String, Premium> premiums = new TreeMap<>();

  @Override
  public List<Premium> keep(List<PremiumObligation> arisen) {
    var kept = new LinkedHashMap<UUID, Premium>();
    for (var one : arisen) {
      premiums.putIfAbsent(one.id().toString(), new Premium(one, null));
      kept.put(one.id(), premiums.get(one.id().toString()));
    }
    return List.copyOf(kept.values());
  }

  @Override
  public void paid(Map<UUID, LocalDate> paidOn) {
    paidOn.forEach(
        (id, day) ->
            premiums.computeIfPresent(
                id.toString(),
                (_, one) -> one.isPaid() ? one : new Premium(one.obligation(), day)));
  }

  @Override
  public List<PremiumObligation> of(Collection<String> personNumbers) {
    return premiums.values().stream()
        .map(Premium::obligation)
        .filter(one -> personNumbers.contains(one.personNumber()))
        .toList();
  }

  @Override
  public List<Premium> list(Question question) {
    return premiums.entrySet().stream()
        .filter(one -> one.getKey().compareTo(question.after()) > 0)
        .map(Map.Entry::getValue)
        .filter(one -> one.obligation().city().equals(question.city()))
        .filter(
            one -> question.state() == null || one.stateOn(question.today()) == question.state())
        .limit(question.limit())
        .toList();
  }

  @Override
  public List<PremiumObligation> unpaid(LocalDate day, String after, int limit) {
    return premiums.values().stream()
        .filter(one -> !one.isPaid())
        .map(Premium::obligation)
        .filter(one -> one.id().toString().compareTo(after) > 0 && one.knownOn().isBefore(day))
        .limit(limit)
        .toList();
  }

  @Override
  public Unpaid unpaid(LocalDate today) {
    return new Unpaid(count(State.OWED, today), count(State.OVERDUE, today));
  }

  private long count(State state, LocalDate today) {
    return premiums.values().stream().filter(one -> one.stateOn(today) == state).count();
  }
}
