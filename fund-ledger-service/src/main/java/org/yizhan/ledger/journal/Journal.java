package org.yizhan.ledger.journal;

import java.util.List;
import java.util.UUID;

/** Keeps vouchers (凭证), each once, the totals of the books with them, and the chains over them. */
public interface Journal {

  /**
   * Posts what a batch says. Its records may come again, in other batches. A voucher that is known
   * with other content is a defect of ours: it throws, and nothing more of its partition may be
   * posted.
   *
   * @param offered those of a partition in order of offset, those of a voucher next to each other
   * @return the entries whose origin is the very record that offered them, now or when the batch
   *     came before
   */
  List<JournalEntry> post(List<Offered> offered);

  /** The entries of those of the vouchers that were posted, in the order of the ids. */
  List<Posted> find(List<UUID> vouchers);

  /**
   * The entries that correct those of a settlement, or of a payment, in the order they were booked.
   */
  List<Posted> correctionsOf(UUID cause);

  /** Where a record comes from: a partition of one life of a topic. */
  record Source(String topic, String topicId, int partition) {}

  /**
   * An entry and the record that causes it.
   *
   * @param voucher computed from the cause, and the same for all entries that are one fact: they
   *     are stored together, and a copy of the fact is recognised by it
   */
  record Offered(Source source, long offset, UUID voucher, JournalEntry entry) {

    /** An entry that is a fact by itself, a voucher of its own. */
    public Offered(Source source, long offset, JournalEntry entry) {
      this(source, offset, entry.id(), entry);
    }
  }

  /** An entry and the record it first came from. */
  record Posted(JournalEntry entry, Origin origin) {}
}
