package org.yizhan.local.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.local.sample.SampleData.Funds;
import tools.jackson.databind.JsonNode;

/** How the funds stand after the sample: a line per city and fund. */
final class FundTable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> ACCOUNTS = List.of("1003", "1004", "1101", "2001");

  private final Gateway gateway;
  private final TopicLog log;
  private final Consumer<String> out;
  private Map<String, Map<String, JsonNode>> forecasts = Map.of();

  FundTable(Gateway gateway, TopicLog log, Consumer<String> out) {
    this.gateway = gateway;
    this.log = log;
    this.out = out;
  }

  /** Balances of one fund of one city, by account. */
  private static final class Line {
    private final TreeMap<String, BigDecimal> balances = new TreeMap<>();

    void add(String account, JsonNode row) {
      balances.merge(account, new BigDecimal(row.path("balance").asString()), BigDecimal::add);
    }

    BigDecimal of(String account) {
      return balances.getOrDefault(account, new BigDecimal("0.00"));
    }

    /** What is left of money that was paid in advance: at the agency and at the province. */
    String prepaid(Payer fund) {
      return fund == Payer.ASSISTANCE || fund == Payer.SPECIAL_CARE
          ? of("1004").add(of("1101")).toString()
          : "";
    }
  }

  /** Waits until the cash books hold at least what the sample brought, then shows them. */
  void show(Funds funds) {
    out.accept(
        "\nFunds (GET /api/ledger/accounts/{code}?fund=…)\n  %-6s %-14s %14s %14s %14s %14s %14s  %s"
            .formatted("city", "fund", "1003", "1004", "1101", "2001", "prepaid", "runway"));
    forecasts = readForecasts();
    received(funds).forEach(this::show);
  }

  private static Map<Payer, Money> received(Funds funds) {
    var received = new EnumMap<Payer, Money>(Payer.class);
    funds.incomes().forEach(one -> received.merge(one.fund(), one.amount(), Money::plus));
    funds.advances().forEach(one -> received.merge(one.fund(), one.amount(), Money::plus));
    funds.prepayments().forEach(one -> received.merge(one.fund(), one.amount(), Money::plus));
    return received;
  }

  private void show(Payer fund, Money atLeast) {
    gateway.await(
        "/api/ledger/trial-balance?book=CASH&fund=" + fund,
        body -> Money.of(body.path("debit").asString("0.00")).compareTo(atLeast) >= 0,
        PATIENCE);
    var lines = new TreeMap<String, Line>();
    for (var account : ACCOUNTS) {
      var found =
          gateway.await(
              "/api/ledger/accounts/" + account + "?limit=1000&fund=" + fund,
              body -> true,
              PATIENCE);
      for (var row : found.path("subAccounts")) {
        lines.computeIfAbsent(row.path("city").asString(""), city -> new Line()).add(account, row);
      }
    }
    lines.forEach((city, line) -> show(city, fund, line));
  }

  private void show(String city, Payer fund, Line line) {
    var text = new StringBuilder("  %-6s %-14s".formatted(city, fund));
    ACCOUNTS.forEach(account -> text.append(" %14s".formatted(line.of(account))));
    out.accept(
        (text + " %14s  %s".formatted(line.prepaid(fund), runway(city, fund))).stripTrailing());
  }

  /** What the last month's close forecast: the first prepaid balance that runs out. */
  private String runway(String city, Payer fund) {
    var its = forecasts.get(city + '/' + fund);
    if (its == null) {
      return "";
    }
    return its.values().stream()
        .map(forecast -> forecast.path("exhaustedOn").asString(""))
        .filter(day -> !day.isEmpty())
        .min(String::compareTo)
        .map(day -> "until " + day)
        .orElse("nothing spent yet");
  }

  /** By city and fund, then by kind: the latest of each. */
  private Map<String, Map<String, JsonNode>> readForecasts() {
    var latest = new HashMap<String, Map<String, JsonNode>>();
    for (var one : log.all(Topics.LEDGER, event -> event.has("exhaustedOn"))) {
      latest
          .computeIfAbsent(
              one.path("city").asString("") + '/' + one.path("fund").asString(""),
              fund -> new TreeMap<>())
          .put(one.path("kind").asString(""), one);
    }
    return latest;
  }
}
