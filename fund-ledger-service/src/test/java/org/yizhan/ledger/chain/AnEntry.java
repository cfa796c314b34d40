package org.yizhan.ledger.chain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.Journal.Offered;
import org.yizhan.ledger.journal.Journal.Source;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Posting;

/** Entries as tests of chains need them: alike but for what a test says. */
public final class AnEntry {

  public static final String TOPIC_ID = "bG9uZ2lzaA";

  private AnEntry() {}

  /** The memo entry of a fund, on the voucher of this number. */
  public static Offered at(int partition, long offset, long voucher, Payer fund) {
    return offered(partition, offset, voucher, fund, Book.MEMO);
  }

  /** An entry of the cash book of basic insurance. */
  public static Offered cash(int partition, long offset, long voucher) {
    return offered(partition, offset, voucher, Payer.BASIC, Book.CASH);
  }

  private static Offered offered(int partition, long offset, long voucher, Payer fund, Book book) {
    var id = new UUID(1 + fund.ordinal() + 10L * book.ordinal(), voucher);
    var entry =
        new JournalEntry(
            id,
            fund,
            book,
            new UUID(0, voucher),
            "claim-settled",
            LocalDate.parse("2026-11-22"),
            List.of(
                new Posting(
                    AccountRef.of("1901").with(Dimension.COUNTY, "441602"),
                    AccountRef.of("2901").with(Dimension.HOSPITAL, "H44160200001"),
                    Money.ofFen(100 + voucher))),
            null);
    return new Offered(
        new Source("settlements", TOPIC_ID, partition), offset, new UUID(9, voucher), entry);
  }
}
