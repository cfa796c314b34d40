package org.yizhan.reconciliation.hospitalmonth;

import java.util.List;

/** Keeps advances, each once, and the totals of their months with them. */
@FunctionalInterface
public interface Advances {

  /**
   * Collects what a batch of one partition says. It may come again, and cut differently. A
   * settlement that is known with other content is a defect of ours: it throws, and nothing more of
   * this partition may be collected.
   *
   * @param offered in order of offset
   * @return the advances whose origin is the very record that offered them, now or when the batch
   *     came before
   */
  List<Advance> collect(Source source, List<Offered> offered);

  /** Where a batch comes from: a partition of one life of a topic. */
  record Source(String topic, String topicId, int partition) {}

  /** An advance and the offset of the record that causes it. */
  record Offered(long offset, Advance advance) {}
}
