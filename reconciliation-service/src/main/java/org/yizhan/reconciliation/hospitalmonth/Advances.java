package org.yizhan.reconciliation.hospitalmonth;

import java.util.List;

/** Keeps advances, each once, and the totals of their months with them. */
@FunctionalInterface
public interface Advances {

  /**
   * Collects what a batch says. Its records may come again, in other batches. A line that is known
   * with other content is a defect of ours: it throws, and nothing more of its partition may be
   * collected.
   *
   * @param offered those of a partition in order of offset
   * @return the advances whose origin is the very record that offered them, now or when the batch
   *     came before
   */
  List<Advance> collect(List<Offered> offered);

  /** Where a record comes from: a partition of one life of a topic. */
  record Source(String topic, String topicId, int partition) {}

  /** An advance and the record that causes it. */
  record Offered(Source source, long offset, Advance advance) {}
}
