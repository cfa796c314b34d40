package org.yizhan.settlement.readjudication;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Slice;

/** Settlement by settlement, what a re-adjudication would change and what it has changed. */
public interface Readjudications {

  /** Lists what would change; a settlement of the job that is listed is listed as given now. */
  void list(UUID jobId, Slice slice, List<Compared> settlements);

  /** Nothing of the slice is listed any longer, because it is looked at again. */
  void unlist(UUID jobId, Slice slice);

  /**
   * In the order of their ids.
   *
   * @param after the last settlement of the page before, null for the first page
   */
  List<Compared> page(UUID jobId, @Nullable UUID after, int limit);

  /** Keeps what commands came to; one that is known stays as it is. */
  void keep(Collection<Adoption> adoptions);

  /** How many of these commands are decided, and published where there was anything to say. */
  long decided(Collection<UUID> commandIds);

  /** Every adoption of the job whose person is in the slice. */
  void read(UUID jobId, Slice slice, Consumer<Adoption> each);
}
