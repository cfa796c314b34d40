package org.yizhan.roster.fullroster;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each agency last said of each person. */
public interface RosterEntries {

  Map<RosterEntry.Key, RosterEntry> load(Collection<RosterEntry.Key> keys);

  /**
   * Stores each entry whose stored version is the one before its own.
   *
   * @throws ChangedMeanwhile when one is not; others may be stored
   */
  void store(Collection<RosterEntry> entries);

  /**
   * Up to {@code limit} entries that the roster leaves out, after a key, in order of their keys.
   */
  List<RosterEntry> leftOutOf(Scope scope, RosterEntry.@Nullable Key after, int limit);

  long countLeftOutBy(RosterId roster);

  /**
   * Of whom a roster speaks: entries in force on its day, said before it was drawn, in its counties
   * and categories, without a row of it.
   *
   * @param category null for all
   */
  record Scope(
      RosterId roster,
      String city,
      Set<String> counties,
      @Nullable String category,
      LocalDate asOf,
      OffsetDateTime saidBefore) {}

  /** Somebody else stored the same entry; loading again and deciding again mends it. */
  final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChangedMeanwhile(String message) {
      super(message);
    }
  }
}
