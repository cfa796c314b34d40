package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.ledger.account.Account.Side;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;

class PremiumEntriesTest {

  @Test
  @DisplayName(
      "H15: the assistance fund spends the premium, the fund of basic insurance takes it in")
  void crossesFromFundToFundWithAnEntryInBoth() {
    assertThat(PremiumEntries.entriesFor(premium(1, "220.00")))
        .extracting(PremiumEntriesTest::text)
        .containsExactly(
            "ASSISTANCE CASH 2019-07-03 5201[county=441625] 1003 220.00",
            "BASIC CASH 2019-07-03 1003 4001[purpose=assistance] 220.00");
  }

  @Test
  void areTheSameForTheSameObligationAndOthersForAnother() {
    var entries = PremiumEntries.entriesFor(premium(1, "220.00"));
    assertThat(PremiumEntries.entriesFor(premium(1, "220.00"))).isEqualTo(entries);
    assertThat(entries.get(0).id()).isNotEqualTo(entries.get(1).id());
    assertThat(PremiumEntries.entriesFor(premium(2, "220.00")))
        .extracting(JournalEntry::id)
        .doesNotContain(entries.get(0).id(), entries.get(1).id());
    assertThat(PremiumEntries.entriesFor(new FundCommand.Unrecognised())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    PremiumEntries.FISCAL_ACCOUNT + ", DEBIT",
    PremiumEntries.PREMIUM_INCOME + ", CREDIT",
    PremiumEntries.PREMIUM_SPENDING + ", DEBIT",
  })
  void postToAccountsOfTheCashBook(String code, Side side) {
    var account = ChartOfAccounts.load("/chart-of-accounts.yaml").get(code);
    assertThat(account.book()).isEqualTo(Book.CASH);
    assertThat(account.side()).isEqualTo(side);
  }

  private static PayPremium premium(int number, String amount) {
    return new PayPremium(
        new UUID(15, number),
        "P0123456789ABCDEF",
        "441600",
        "441625",
        2019,
        Money.of(amount),
        "DIBAO",
        "civil-affairs",
        LocalDate.parse("2019-07-03"),
        LocalDate.parse("2019-07-31"));
  }

  private static String text(JournalEntry entry) {
    var posting = entry.postings().getFirst();
    return "%s %s %s %s %s %s"
        .formatted(
            entry.fund(),
            entry.book(),
            entry.bookedOn(),
            posting.debit(),
            posting.credit(),
            posting.amount());
  }
}
