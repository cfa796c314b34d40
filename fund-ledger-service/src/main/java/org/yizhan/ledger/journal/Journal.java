package org.yizhan.ledger.journal;

import java.util.List;
import java.util.UUID;

/** Keeps entries, each once, and the totals of the books with them. */
public interface Journal {

  /**
   * Posts what a batch says. Its records may come again, in other batches. An entry that is known
   * with other content is a defect of ours: it throws, and nothing more of its partition may be
   * posted.
   *
   * @param offered those of a partition in order of offset
   * @return the entries whose origin is the very record that offered them, now or when the batch
   *     came before
   */
  List<JournalEntry> post(List<Offered> offered);

  /** Those of the entries that were posted, in the order of the ids. */
  List<Posted> find(List<UUID> ids);

  /** The entries that correct those of a settlement, in the order they were booked. */
  List<Posted> correctionsOf(UUID settlementId);

  /** Where a record comes from: a partition of one life of a topic. */
  record Source(String topic, String topicId, int partition) {}

  /** An entry and the record that causes it. */
  record Offered(Source source, long offset, JournalEntry entry) {}

  /** An entry and the record it first came from. */
  record Posted(JournalEntry entry, Origin origin) {}
}
