package org.yizhan.roster.fullroster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/** The rosters that were announced, and how much of each is here. */
public interface Rosters {

  Map<RosterId, Roster> find(Collection<RosterId> ids);

  /** Keeps a roster unless one with its id is there; answers what is there then. */
  Roster keepFirst(Roster announced);

  /** Replaces a roster that is still in the state it was judged from; false when it is not. */
  boolean update(Roster roster, Roster.State from);

  /** Those that wait for rows or still tell who is left out. */
  List<Roster> unfinished();

  /** An agency's rosters by id, after one. */
  List<Roster> of(String agency, @Nullable String after, int limit);

  /** Counts each row that was not counted before. */
  void count(List<Arrival> arrivals);

  Optional<Roster.Progress> progressOf(RosterId id);

  /**
   * A row that is here.
   *
   * @param verdict null for a row that was refused
   * @param topicId of the topic it came on, together with {@code source} its place for ever
   */
  record Arrival(
      RosterId roster,
      long row,
      RosterEntry.@Nullable Verdict verdict,
      long checksum,
      String topicId,
      Source source) {}
}
