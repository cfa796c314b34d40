package org.yizhan.ledger.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.balance.AccountStatement;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.balance.TrialBalance;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.SettlementEntries;

/** What finance and auditors read: trial balances, accounts, and the entries of one settlement. */
@RestController
@RequestMapping("/api/ledger")
final class LedgerController {

  private final ChartOfAccounts chart;
  private final Balances balances;
  private final Journal journal;
  private final BalanceCheck check;
  private final Clock clock;

  LedgerController(
      ChartOfAccounts chart, Balances balances, Journal journal, BalanceCheck check, Clock clock) {
    this.chart = chart;
    this.balances = balances;
    this.journal = journal;
    this.check = check;
    this.clock = clock;
  }

  /**
   * H16: the books of one fund balance, now and always.
   *
   * @param book MEMO when absent
   */
  @GetMapping("/trial-balance")
  TrialBalanceView trialBalance(
      @RequestParam(required = false) @Nullable String fund,
      @RequestParam(required = false) @Nullable String book) {
    var asked = Parameters.fund(fund);
    var inBook = Parameters.book(book, Book.MEMO);
    var found = TrialBalance.of(balances.pairs(asked, inBook));
    check.require(asked, inBook, found);
    return TrialBalanceView.of(asked, inBook, OffsetDateTime.now(clock), found, chart);
  }

  /**
   * One account by its sub-accounts, a page of them; the balance is that of the whole account.
   *
   * @param book the account's own when absent
   * @param after {@code next} of the page before
   */
  @GetMapping("/accounts/{code}")
  AccountView account(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String fund,
      @RequestParam(required = false) @Nullable String book,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") String limit) {
    var asked = Parameters.fund(fund);
    var account = accountOf(code, book);
    var pageSize = Parameters.limit(limit);
    var pairs = balances.pairs(asked, account.book());
    check.require(asked, account.book(), TrialBalance.of(pairs));
    return AccountView.of(asked, AccountStatement.of(account, pairs), after, pageSize);
  }

  /**
   * An auditor follows one settlement to the books; a settlement that no payer shares has no
   * entries.
   */
  @GetMapping("/entries")
  EntriesView entries(@RequestParam(required = false) @Nullable String settlementId) {
    UUID id = Parameters.settlementId(settlementId);
    var posted = new ArrayList<>(journal.find(List.of(SettlementEntries.voucherOf(id))));
    posted.addAll(journal.correctionsOf(id));
    return EntriesView.of(id, posted);
  }

  private Account accountOf(String code, @Nullable String book) {
    var account = chart.find(code).orElseThrow(() -> Parameters.unknownAccount(code));
    if (Parameters.book(book, account.book()) != account.book()) {
      throw Parameters.accountOfAnotherBook(account);
    }
    return account;
  }
}
