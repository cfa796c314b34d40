package org.yizhan.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.AccountStatement;
import org.yizhan.ledger.balance.AccountStatement.SubAccount;

/**
 * An account on the wire. Each sub-account carries its dimensions by name, then {@code debit},
 * {@code credit} and {@code balance}. A balance may be below zero, so it is text here and not an
 * amount.
 *
 * @param next what the next page comes after, absent on the last one
 */
record AccountView(
    Payer fund,
    Book book,
    String code,
    String name,
    String english,
    List<Map<String, String>> subAccounts,
    String balance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  static AccountView of(Payer fund, AccountStatement statement, String after, int limit) {
    var account = statement.account();
    var rest =
        statement.subAccounts().stream().filter(one -> one.key().compareTo(after) > 0).toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    return new AccountView(
        fund,
        account.book(),
        account.code(),
        account.name(),
        account.english(),
        page.stream().map(AccountView::row).toList(),
        yuan(statement.balance()),
        page.size() < rest.size() ? page.getLast().key() : null);
  }

  private static Map<String, String> row(SubAccount one) {
    var row = new LinkedHashMap<String, String>();
    one.names().forEach((dimension, value) -> row.put(dimension.wireName(), value));
    row.put("debit", one.turnover().debit().toString());
    row.put("credit", one.turnover().credit().toString());
    row.put("balance", yuan(one.balance()));
    return row;
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
