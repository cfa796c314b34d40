package org.yizhan.ledger.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart of accounts, data beside the code; every fund uses the same one. */
public final class ChartOfAccounts {

  private final SortedMap<String, Account> accounts = new TreeMap<>();

  public ChartOfAccounts(List<Account> rows) {
    for (var account : rows) {
      if (accounts.putIfAbsent(account.code(), account) != null) {
        throw new IllegalArgumentException("account " + account.code() + " is in the chart twice");
      }
    }
  }

  /**
   * Reads the chart from the class path.
   *
   * @throws IllegalArgumentException when a row lacks a member or a code comes twice
   */
  public static ChartOfAccounts load(String resource) {
    try (InputStream file = ChartOfAccounts.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException(resource + " is not on the class path");
      }
      Map<String, List<Map<String, String>>> root =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new ChartOfAccounts(
          root.getOrDefault("accounts", List.of()).stream().map(ChartOfAccounts::account).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Account account(Map<String, String> row) {
    return new Account(
        member(row, "code"),
        Book.valueOf(member(row, "book")),
        Account.Side.valueOf(member(row, "side")),
        Account.Status.valueOf(member(row, "status").toUpperCase(Locale.ROOT)),
        member(row, "name"),
        member(row, "english"));
  }

  private static String member(Map<String, String> row, String name) {
    var value = row.get(name);
    if (value == null) {
      throw new IllegalArgumentException("chart-of-accounts.yaml: " + row + " has no " + name);
    }
    return value;
  }

  public Optional<Account> find(String code) {
    return Optional.ofNullable(accounts.get(code));
  }

  /**
   * An account that something was posted to.
   *
   * @throws IllegalStateException when the chart lacks it: an account may never be removed
   */
  public Account get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "account " + code + " has postings but is not in chart-of-accounts.yaml"));
  }

  /** All accounts, by code. */
  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }
}
