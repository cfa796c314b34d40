package org.yizhan.ledger.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.balance.TrialBalance;

/** A trial balance on the wire: the accounts that were posted to, and both sides' sums. */
record TrialBalanceView(
    Payer fund, Book book, OffsetDateTime asOf, List<Row> accounts, Money debit, Money credit) {

  record Row(String code, String name, String english, Money debit, Money credit) {}

  static TrialBalanceView of(
      Payer fund, Book book, OffsetDateTime asOf, TrialBalance found, ChartOfAccounts chart) {
    var rows =
        found.accounts().entrySet().stream()
            .map(
                entry -> {
                  var account = chart.get(entry.getKey());
                  var turnover = entry.getValue();
                  return new Row(
                      account.code(),
                      account.name(),
                      account.english(),
                      turnover.debit(),
                      turnover.credit());
                })
            .toList();
    return new TrialBalanceView(fund, book, asOf, rows, found.sum().debit(), found.sum().credit());
  }
}
