package org.yizhan.roster.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yizhan.contracts.roster.RosterEvent.Identity;

/** Which numbers belong to one human, as far as merges have said so (H12). */
public final class Humans {

  private final Map<String, Merge> given = new HashMap<>();
  private final Map<String, Set<String>> numbers = new HashMap<>();
  private final Map<String, Identity> staying = new HashMap<>();

  private Humans(Collection<Merge> merges) {
    merges.forEach(one -> given.put(one.duplicate(), one));
    for (var one : merges) {
      var end = endOf(one.duplicate());
      var all = numbers.computeIfAbsent(end, number -> new TreeSet<>(Set.of(number)));
      all.add(one.duplicate());
      if (one.into().personNumber().equals(end)) {
        staying.put(end, one.into());
      }
    }
  }

  /** Of everybody who was ever merged. */
  public static Humans all(Merges merges) {
    return new Humans(merges.all());
  }

  /** Of those who have these numbers. */
  public static Humans around(Merges merges, Collection<String> some) {
    var found = new HashSet<Merge>();
    var asked = new HashSet<>(some);
    for (Collection<String> ask = asked; !ask.isEmpty(); ) {
      var next = new HashSet<String>();
      for (var one : merges.touching(ask)) {
        if (found.add(one)) {
          next.addAll(List.of(one.duplicate(), one.into().personNumber()));
        }
      }
      next.removeAll(asked);
      asked.addAll(next);
      ask = next;
    }
    return new Humans(found);
  }

  private String endOf(String number) {
    var end = number;
    for (var one = given.get(end); one != null; one = given.get(end)) {
      end = one.into().personNumber();
    }
    return end;
  }

  /** All numbers of the human who has this one; it alone when nobody was merged. */
  public Set<String> numbersOf(String number) {
    return numbers.getOrDefault(endOf(number), Set.of(number));
  }

  /** Whoever stays, each with all numbers. */
  public Map<Identity, Set<String>> merged() {
    var merged = new HashMap<Identity, Set<String>>();
    staying.forEach((number, identity) -> merged.put(identity, numbersOf(number)));
    return merged;
  }
}
