package org.yizhan.ledger.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;

/**
 * What was posted to one book of one fund for one cause. Never changed and never deleted: a
 * correction is another entry.
 *
 * @param id computed from the cause, so that the same cause names the same entry
 * @param cause the settlement, the obligation to pay or the command that it is about
 * @param reason the kind of cause, for example {@code claim-settled}
 * @param correction what it corrects, null for nothing
 * @param bookedOn from the event, never from a clock: a redelivery tomorrow must say the same
 */
public record JournalEntry(
    UUID id,
    Payer fund,
    Book book,
    UUID cause,
    String reason,
    LocalDate bookedOn,
    List<Posting> postings,
    @Nullable Correction correction) {

  public JournalEntry {
    postings = List.copyOf(postings);
    if (postings.isEmpty()) {
      throw new IllegalArgumentException("entry " + id + " posts nothing");
    }
  }
}
