package org.yizhan.roster.fullroster;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yizhan.roster.fullroster.RosterEntry.Key;

/** The fake passes {@link RosterEntriesContract} as the store does. */
final class RosterEntriesInMemory implements RosterEntries {

  private final Map<Key, RosterEntry> stored = new HashMap<>();

  @Override
  public Map<Key, RosterEntry> load(Collection<Key> keys) {
    var found = new HashMap<>(stored);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void store(Collection<RosterEntry> entries) {
    for (var entry : entries) {
      var known = stored.get(entry.key());
      if ((known == null ? 0 : known.version()) != entry.version() - 1) {
        throw new ChangedMeanwhile(entry.key() + " has moved on");
      }
      stored.put(entry.key(), entry);
    }
  }

  @Override
  public List<RosterEntry> leftOutOf(Scope scope, @Nullable Key after, int limit) {
    return stored.values().stream()
        .filter(entry -> entry.key().agency().equals(scope.roster().agency()))
        .filter(entry -> entry.key().city().equals(scope.city()))
        .filter(entry -> isLeftOut(entry, scope) || scope.roster().id().equals(entry.leftOutBy()))
        .filter(entry -> after == null || textOf(entry.key()).compareTo(textOf(after)) > 0)
        .sorted(comparing(entry -> textOf(entry.key())))
        .limit(limit)
        .toList();
  }

  private static boolean isLeftOut(RosterEntry entry, Scope scope) {
    var marking = entry.marking();
    return scope.counties().contains(marking.county())
        && (scope.category() == null || scope.category().equals(entry.key().category()))
        && entry.standingIn(scope.roster()).isEmpty()
        && (entry.leftFrom() == null || entry.leftFrom().isAfter(scope.asOf()))
        && !marking.effectiveFrom().isAfter(scope.asOf())
        && (marking.effectiveTo() == null || !marking.effectiveTo().isBefore(scope.asOf()))
        && entry.saidAt().isBefore(scope.saidBefore());
  }

  private static String textOf(Key key) {
    return key.personNumber() + "|" + key.category();
  }

  @Override
  public long countLeftOutBy(RosterId roster) {
    return stored.values().stream()
        .filter(entry -> entry.key().agency().equals(roster.agency()))
        .filter(entry -> Objects.equals(entry.leftOutBy(), roster.id()))
        .count();
  }
}
