package org.yizhan.ledger.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * An entry as one text, which every member is part of, in a fixed order; each is length-prefixed,
 * so that members cannot run into each other. Changing it breaks every chain: a later form needs
 * its own beginning of chains.
 */
final class CanonicalEntry {

  private final StringBuilder text = new StringBuilder(512);

  private CanonicalEntry() {}

  /**
   * @param offset of the record that the entry first came from
   */
  static String of(UUID voucher, long offset, JournalEntry entry) {
    var canonical = new CanonicalEntry();
    canonical.add(offset).add(voucher).add(entry.id()).add(entry.fund()).add(entry.book());
    canonical.add(entry.cause()).add(entry.reason()).add(entry.bookedOn());
    canonical.add(entry.postings().size());
    for (var posting : entry.postings()) {
      canonical.add(posting.debit()).add(posting.credit()).add(posting.amount().fen());
    }
    var correction = entry.correction();
    if (correction != null) {
      canonical.add(correction.revisionId()).add(correction.entryId());
    }
    return canonical.text.toString();
  }

  /** Nothing is a minus, which no length begins with. */
  private CanonicalEntry add(@Nullable Object member) {
    if (member == null) {
      text.append('-');
      return this;
    }
    var one = member.toString();
    text.append(one.length()).append(':').append(one);
    return this;
  }
}
