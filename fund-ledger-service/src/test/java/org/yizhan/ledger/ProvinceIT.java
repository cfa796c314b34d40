package org.yizhan.ledger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the prepayment to the open function, one story in steps, on a real broker and a real store;
 * the province is pretended. The suite lives in 2033, a year of no other test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvinceIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLOCK = "2033-02-10T09:00:00+08:00";
  private static final String RECEIPT = "/receipts/441600/2033.*";
  private static final String APPLICATION = "/applications/.*";
  private static final WireMockServer PROVINCE = new WireMockServer(wireMockConfig().dynamicPort());
  private static final TheLedger LEDGER = new TheLedger();
  private static final UUID STORY = UUID.randomUUID();

  @BeforeAll
  static void start() {
    PROVINCE.start();
    PROVINCE.stubFor(any(anyUrl()).atPriority(10).willReturn(notFound()));
    LEDGER.startAt(CLOCK);
  }

  @AfterAll
  static void stop() {
    LEDGER.close();
    PROVINCE.stop();
  }

  private static Asked by(String who) {
    return new Asked(
        UUID.randomUUID(), "441600", Payer.ASSISTANCE, who, OffsetDateTime.parse(CLOCK));
  }

  private static void prepay(PrepaymentKind kind) {
    var amount = Money.of("1000.00");
    LEDGER.ask(prepay(kind, PrepaymentStep.SUBMIT, "agency", amount));
    LEDGER.ask(prepay(kind, PrepaymentStep.APPROVE, "finance", null));
    LEDGER.ask(prepay(kind, PrepaymentStep.FUND, "finance", null));
  }

  private static MovePrepayment prepay(
      PrepaymentKind kind, PrepaymentStep step, String who, @Nullable Money amount) {
    return new MovePrepayment(by(who), kind, null, 2033, step, amount, "the first year");
  }

  private static void apply() {
    LEDGER.ask(new MoveOffSiteFunction(by("agency"), FunctionStep.APPLY, STORY.toString()));
  }

  /** What the desk has put on the log in this story's year. */
  private static List<JsonNode> said(String step) {
    return LEDGER.all(Topics.FUND_COMMANDS).stream()
        .map(one -> JSON.readTree(one.value()))
        .filter(one -> one.at("/step").asString("").equals(step))
        .filter(one -> one.at("/asked/by").asString().equals("province"))
        .filter(one -> one.at("/asked/receivedAt").asString().startsWith("2033"))
        .toList();
  }

  private static List<JsonNode> functions() {
    return LEDGER.all(Topics.OFF_SITE_FUNCTIONS).stream()
        .map(one -> JSON.readTree(one.value()))
        .filter(one -> one.at("/at").asString().startsWith("2033"))
        .toList();
  }

  private static void awaitSaid(String step) {
    await().atMost(Duration.ofSeconds(40)).until(() -> !said(step).isEmpty());
  }

  @Test
  @Order(1)
  @DisplayName("H19: where no province is known nothing is asked, and a gauge says so")
  void asksNobody() {
    assertThat(LEDGER.metric("yizhan_province_configured")).isZero();
    LEDGER.ask(
        new ReceiveIncome(by("finance"), Source.BUDGET, null, Money.of("9000.00"), "order-1"));
    prepay(PrepaymentKind.OFF_SITE_IN_PROVINCE);
    prepay(PrepaymentKind.OFF_SITE_CROSS_PROVINCE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> LEDGER.balance("ASSISTANCE", "1101").toPlainString().equals("2000.00"));
    assertThat(PROVINCE.getAllServeEvents()).isEmpty();
  }

  @Test
  @Order(2)
  @DisplayName("H19: a province that is down, slow, or knows nothing yet confirms nothing")
  void waitsForTheReceipt() {
    PROVINCE.stubFor(get(urlMatching(RECEIPT)).willReturn(serverError()));
    LEDGER
        .with("--YIZHAN_PROVINCE_URL=" + PROVINCE.baseUrl())
        .with("--yizhan.province.answer-within=500ms")
        .with("--yizhan.province.every=500");
    LEDGER.restartAt(CLOCK);
    assertThat(LEDGER.metric("yizhan_province_configured")).isEqualTo(1);
    await().until(() -> LEDGER.metric("yizhan_province_failures_total") >= 1);

    var pending = okJson("{\"state\":\"PENDING\"}");
    PROVINCE.stubFor(get(urlMatching(RECEIPT)).willReturn(pending.withFixedDelay(2_000)));
    var before = LEDGER.metric("yizhan_province_failures_total");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> LEDGER.metric("yizhan_province_failures_total") > before);
    assertThat(LEDGER.metric("yizhan_province_waiting")).isEqualTo(1);
    assertThat(said("CONFIRM_RECEIPT")).isEmpty();
    assertThat(PROVINCE.findAll(putRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  @Order(3)
  @DisplayName("H19: pending, then confirmed: the fund hears of it once")
  void hearsOfTheReceipt() {
    PROVINCE.resetMappings();
    PROVINCE.stubFor(any(anyUrl()).atPriority(10).willReturn(notFound()));
    PROVINCE.stubFor(
        get(urlMatching(RECEIPT))
            .inScenario("receipt")
            .willSetStateTo("checked")
            .willReturn(okJson("{\"state\":\"PENDING\"}")));
    PROVINCE.stubFor(
        get(urlMatching(RECEIPT))
            .inScenario("receipt")
            .whenScenarioStateIs("checked")
            .willReturn(okJson("{\"state\":\"CONFIRMED\",\"reference\":\"GD-2033-1\"}")));
    LEDGER.restartAt(CLOCK); // its circuit may have opened meanwhile
    awaitSaid("CONFIRM_RECEIPT");
    await().until(() -> LEDGER.metric("yizhan_province_waiting") == 0);
    var said = said("CONFIRM_RECEIPT");
    assertThat(said).allMatch(one -> one.at("/reason").asString().equals("GD-2033-1"));
    assertThat(said.stream().map(one -> one.at("/asked/commandId").asString()).distinct())
        .hasSize(1);
    assertThat(functions()).as("nobody has applied").isEmpty();
  }

  @Test
  @Order(4)
  @DisplayName("H19: a refused application leaves the function closed, and one applies again")
  void appliesAgain() {
    PROVINCE.stubFor(
        put(urlMatching(APPLICATION))
            .willReturn(okJson("{\"state\":\"REFUSED\",\"reason\":\"no account yet\"}")));
    apply();
    awaitSaid("REFUSE");
    assertThat(said("REFUSE").getFirst().at("/reason").asString()).isEqualTo("no account yet");
    assertThat(functions()).isEmpty();
    await().until(() -> LEDGER.metric("yizhan_province_waiting") == 0);
  }

  @Test
  @Order(5)
  @DisplayName("H19: an answer that was lost is asked for by id, and opens the function once")
  void opens() {
    PROVINCE.resetRequests();
    PROVINCE.stubFor(
        put(urlMatching(APPLICATION))
            .inScenario("application")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("taken")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    PROVINCE.stubFor(
        get(urlMatching(APPLICATION))
            .inScenario("application")
            .whenScenarioStateIs("taken")
            .willReturn(okJson("{\"state\":\"GRANTED\",\"reference\":\"GD-G-1\"}")));
    apply();
    await().atMost(Duration.ofSeconds(40)).until(() -> !functions().isEmpty());
    var handedIn = PROVINCE.findAll(putRequestedFor(urlMatching(APPLICATION)));
    assertThat(handedIn).hasSize(1);
    var id = handedIn.getFirst().getHeader("Idempotency-Key");
    PROVINCE.verify(putRequestedFor(urlEqualTo("/applications/" + id)));
    assertThat(functions()).hasSize(1);
    assertThat(functions().getFirst().at("/state").asString()).isEqualTo("OPEN");
    assertThat(functions().getFirst().at("/reason").asString()).isEqualTo("GD-G-1");
    assertThat(LEDGER.all(Topics.OFF_SITE_FUNCTIONS).getLast().key()).isEqualTo("441600");
    await().until(() -> LEDGER.metric("yizhan_province_waiting") == 0);
  }
}
