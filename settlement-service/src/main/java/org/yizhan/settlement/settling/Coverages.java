package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;

/**
 * Settlement's own copy of what eligibility last said of a person, with the commands that wait for
 * a newer version.
 */
public interface Coverages {

  /**
   * @param coverage null while nothing was ever said of the person
   * @param deadlines of the waiting commands, by command id
   */
  record Known(@Nullable Coverage coverage, Map<UUID, OffsetDateTime> deadlines) {

    static final Known NOTHING = new Known(null, Map.of());

    long version() {
      return coverage == null ? 0 : coverage.eligibilityVersion();
    }
  }

  Map<String, Known> find(Collection<String> personNumbers);

  /**
   * Keeps the newest version of each; older ones change nothing. Returns the commands that waited
   * for no more than that.
   */
  List<SettleDischarge> keep(Collection<Coverage> coverages);

  /**
   * Puts a command on the person's waiting list, if the copy is still older than the command needs.
   *
   * @return whether it waits now; if not, the copy has caught up and the command can be decided
   */
  boolean setAside(SettleDischarge command, OffsetDateTime deadline);

  /** Commands whose deadline has passed and that were not returned yet. */
  List<SettleDischarge> overdue(OffsetDateTime now);

  void markReturned(Collection<SettleDischarge> commands);

  /** Takes decided commands off the waiting lists. */
  void forget(Collection<SettleDischarge> commands);
}
