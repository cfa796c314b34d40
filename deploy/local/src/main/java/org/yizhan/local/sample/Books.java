package org.yizhan.local.sample;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.local.sample.SampleData.Discharge;
import tools.jackson.databind.JsonNode;

/** What the discharges became: every fund's trial balance and one hospital's month. */
final class Books {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Gateway gateway;
  private final Consumer<String> out;

  Books(Gateway gateway, Consumer<String> out) {
    this.gateway = gateway;
    this.out = out;
  }

  /** Waits until the memorandum books hold at least what the discharges owe, then shows them. */
  void showTrialBalances(List<Discharge> discharges) {
    out.accept(
        "\n"
            + "Trial balances of the memorandum books (GET"
            + " /api/ledger/trial-balance?fund=…&book=MEMO)");
    owed(discharges).forEach(this::showTrialBalance);
  }

  private static Map<Payer, Money> owed(List<Discharge> discharges) {
    var owed = new EnumMap<Payer, Money>(Payer.class);
    for (var payer : Payer.values()) {
      owed.put(payer, Money.ZERO);
    }
    for (var discharge : discharges) {
      discharge.expected().forEach((payer, amount) -> owed.merge(payer, amount, Money::plus));
    }
    return owed;
  }

  private void showTrialBalance(Payer fund, Money atLeast) {
    var balance =
        gateway.await(
            "/api/ledger/trial-balance?fund=" + fund + "&book=MEMO",
            body -> amount(body.path("debit")).compareTo(atLeast) >= 0,
            PATIENCE);
    for (var account : balance.path("accounts")) {
      out.accept(
          "  %-14s %-6s debit %14s  credit %14s  %s"
              .formatted(
                  fund,
                  account.path("code").asString(""),
                  account.path("debit").asString(""),
                  account.path("credit").asString(""),
                  account.path("name").asString("")));
    }
    if (!balance.path("debit").equals(balance.path("credit"))) {
      throw new SampleFailure("the trial balance of " + fund + " does not balance: " + balance);
    }
  }

  /**
   * @param month the month in which the sample was settled, which is not the discharges' own
   */
  void showHospitalMonth(String hospitalCode, String month, long atLeast) {
    var path = "/api/hospital-months/" + hospitalCode + "/" + month;
    var statement =
        gateway.await(
            path, body -> body.path("totals").path("count").asLong(0) >= atLeast, PATIENCE);
    out.accept("\nStatement of " + hospitalCode + " for " + month + " (GET " + path + ")");
    for (var line : statement.path("lines")) {
      out.accept(
          "  %-12s %s  %-8s total %12s  patient %12s"
              .formatted(
                  line.path("encounterId").asString(""),
                  line.path("maskedId").asString(""),
                  line.path("scheme").asString(""),
                  line.path("total").asString(""),
                  line.path("patient").asString("")));
    }
    out.accept("  totals " + statement.path("totals"));
  }

  private static Money amount(JsonNode text) {
    return text.isString() ? Money.of(text.asString()) : Money.ZERO;
  }
}
