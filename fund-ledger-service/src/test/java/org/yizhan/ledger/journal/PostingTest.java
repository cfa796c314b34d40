package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;

class PostingTest {

  private static final AccountRef RECEIVABLE = AccountRef.of("1901");
  private static final AccountRef PAYABLE = AccountRef.of("2901");

  @Test
  void needsTwoAccounts() {
    assertThatThrownBy(() -> new Posting(PAYABLE, AccountRef.of("2901"), Money.of("1.00")))
        .hasMessageContaining("accounts must differ: 2901");
  }

  @Test
  void needsAnAmount() {
    assertThatThrownBy(() -> new Posting(RECEIVABLE, PAYABLE, Money.ZERO))
        .hasMessageContaining("nothing moves from 2901 to 1901");
  }

  @Test
  void anEntryPostsSomething() {
    assertThatThrownBy(
            () ->
                new JournalEntry(
                    new UUID(0, 1),
                    Payer.BASIC,
                    Book.MEMO,
                    new UUID(0, 2),
                    "claim-settled",
                    LocalDate.parse("2026-11-22"),
                    List.of(),
                    null))
        .hasMessageContaining("posts nothing");
  }
}
