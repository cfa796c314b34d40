package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import tools.jackson.databind.JsonNode;

/** Premiums in the cash books of both funds, on a real broker and a real store. */
class PremiumIT {

  private static final TheLedger ledger = new TheLedger();

  @BeforeAll
  static void start() {
    ledger.start();
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @Test
  @DisplayName(
      "H15: a premium stands once in the cash books of both funds, however often it is asked for,"
          + " and is paid once there is money")
  void postsEveryPremiumOnceInBothFunds() {
    ledger.ask(income(1, "6600.00"));
    for (int i = 1; i <= 60; i++) {
      ledger.ask(premium(i));
      if (i % 3 == 0) {
        ledger.ask(premium(i)); // the same command at another offset
      }
      if (i == 30) {
        ledger.restart();
      }
    }
    awaitBalance("BASIC", "4001", "6600.00");
    ledger.ask(income(2, "7040.00"));
    for (int i = 1; i <= 60; i++) {
      ledger.ask(premium(i)); // who was paid is told so again; who was not is paid now
    }
    awaitBalance("BASIC", "4001", "13200.00");
    ledger.redeliverEverything();
    ledger.ask(premium(61));
    ledger.ask(premium(62));
    awaitBalance("BASIC", "4001", "13640.00");
    awaitBalance("ASSISTANCE", "5201", "13640.00");

    ledger.assertBalanced("ASSISTANCE", "CASH");
    ledger.assertBalanced("BASIC", "CASH");
    var trialBalance = ledger.get("/api/ledger/trial-balance?fund=ASSISTANCE&book=CASH");
    assertThat(trialBalance.at("/accounts/0/code").asString()).isEqualTo("1003");
    assertThat(trialBalance.at("/accounts/0/credit").asString()).isEqualTo("13640.00");
    assertThat(trialBalance.at("/accounts/2/code").asString()).isEqualTo("5201");
    assertThat(trialBalance.at("/accounts/2/debit").asString()).isEqualTo("13640.00");
    assertThat(subAccount("BASIC", "4001").at("/purpose").asString()).isEqualTo("assistance");
    assertThat(subAccount("ASSISTANCE", "5201").at("/county").asString()).isEqualTo("441625");
    assertThat(ledger.balance("ASSISTANCE", "1003")).isEqualByComparingTo("0");
    assertThat(ledger.balance("BASIC", "1003")).isEqualTo("13640.00");
    assertEveryPaymentWasAnsweredInTheSameWords();
  }

  private static void assertEveryPaymentWasAnsweredInTheSameWords() {
    var answers =
        ledger.all(Topics.LEDGER).stream()
            .filter(one -> one.key().startsWith("P-PREMIUM-"))
            .collect(Collectors.groupingBy(ConsumerRecord::key));
    assertThat(answers).hasSize(62);
    assertThat(answers.get("P-PREMIUM-15")).hasSizeGreaterThan(2);
    for (var ofOne : answers.values()) {
      assertThat(ofOne.stream().map(one -> header(one, "ce_id") + one.value()).distinct())
          .hasSize(1);
    }
    assertThat(answers.get("P-PREMIUM-1").getFirst().value())
        .isEqualTo(
            "{\"obligationId\":\"%s\",\"personNumber\":\"P-PREMIUM-1\",\"city\":\"441600\","
                    .formatted(new UUID(15, 1))
                + "\"county\":\"441625\",\"year\":2019,\"amount\":\"220.00\",\"category\":\"DIBAO\","
                + "\"agency\":\"civil-affairs\",\"dueOn\":\"2019-07-31\",\"paidOn\":\"2019-07-03\"}");
  }

  private static ReceiveIncome income(int number, String amount) {
    var asked =
        new Asked(
            new UUID(16, number),
            "441600",
            Payer.ASSISTANCE,
            "finance-3",
            OffsetDateTime.parse("2019-07-02T09:00:00+08:00"));
    return new ReceiveIncome(asked, Source.BUDGET, null, Money.of(amount), "bank-" + number);
  }

  private static PayPremium premium(int number) {
    return new PayPremium(
        new UUID(15, number),
        "P-PREMIUM-" + number,
        "441600",
        "441625",
        2019,
        Money.of("220.00"),
        "DIBAO",
        "civil-affairs",
        LocalDate.parse("2019-07-03"),
        LocalDate.parse("2019-07-31"));
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static JsonNode subAccount(String fund, String code) {
    return ledger.get("/api/ledger/accounts/" + code + "?fund=" + fund).at("/subAccounts/0");
  }

  private static void awaitBalance(String fund, String code, String balance) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ledger.balance(fund, code).toPlainString().equals(balance));
  }
}
