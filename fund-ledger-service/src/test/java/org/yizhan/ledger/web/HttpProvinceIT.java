package org.yizhan.ledger.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.ledger.province.Province;
import org.yizhan.ledger.province.Province.Application;
import org.yizhan.ledger.province.Province.PaidUp;
import org.yizhan.ledger.province.Province.ProvinceFailure;
import org.yizhan.ledger.province.Province.Receipt;
import org.yizhan.ledger.province.Province.Reply;
import org.yizhan.ledger.province.ProvinceContract;
import tools.jackson.databind.json.JsonMapper;

/** The adapter over a real connection; the province is pretended. */
class HttpProvinceIT extends ProvinceContract {

  private static final String TAKEN = "taken";
  private static final String RECEIPT =
      "/receipts/441600/2020?OFF_SITE_IN_PROVINCE=100000.00&OFF_SITE_CROSS_PROVINCE=50000.50";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());

  private final Province province = new HttpProvince(SERVER.baseUrl(), Duration.ofMillis(500));

  @BeforeAll
  static void open() {
    SERVER.start();
  }

  @AfterAll
  static void close() {
    SERVER.stop();
  }

  @BeforeEach
  void forget() {
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(notFound()));
  }

  @Override
  protected Province province() {
    return province;
  }

  @Override
  protected void has(PaidUp paidUp, Receipt receipt) {
    SERVER.stubFor(get(urlEqualTo(RECEIPT)).willReturn(okJson(said(receipt))));
  }

  private static String said(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Confirmed(var reference) -> said("CONFIRMED", "reference", reference);
      case Receipt.Pending _ -> said("PENDING", "reason", "is being checked");
      case Receipt.Unknown _ -> throw new IllegalArgumentException("is a 404");
    };
  }

  private static String said(String state, String field, String value) {
    return JSON.writeValueAsString(Map.of("state", state, field, value));
  }

  private static String said(Reply reply) {
    return switch (reply) {
      case Reply.Granted(var reference) -> said("GRANTED", "reference", reference);
      case Reply.Pending _ -> said("PENDING", "reason", "is being checked");
      case Reply.Refused(var reason) -> said("REFUSED", "reason", reason);
    };
  }

  /** Known by id only once it was handed in. */
  @Override
  protected void decides(Application application, Reply reply) {
    SERVER.stubFor(
        inScenario(get(urlEqualTo(path(application))), application)
            .whenScenarioStateIs(TAKEN)
            .willReturn(okJson(said(reply))));
    SERVER.stubFor(
        inScenario(put(urlEqualTo(path(application))), application)
            .willSetStateTo(TAKEN)
            .willReturn(okJson(said(reply))));
  }

  @Override
  protected void losesTheAnswerTo(Application application) {
    SERVER.stubFor(
        inScenario(put(urlEqualTo(path(application))), application)
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo(TAKEN)
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
  }

  private static ScenarioMappingBuilder inScenario(
      MappingBuilder mapping, Application application) {
    return mapping.inScenario(application.id().toString());
  }

  private static String path(Application application) {
    return "/applications/" + application.id();
  }

  @Override
  protected void fallsSilent() {
    SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(serverError()));
  }

  @Override
  protected int handedIn(Application application) {
    return SERVER.findAll(putRequestedFor(urlEqualTo(path(application)))).size();
  }

  @Test
  @DisplayName("H19: every request carries the id of its cause, and says whose it is")
  void saysWhoAsks() {
    has(PAID_UP, new Receipt.Pending());
    province.receiptOf(PAID_UP);
    province.receiptOf(PAID_UP);
    var keys =
        SERVER.findAll(getRequestedFor(urlEqualTo(RECEIPT))).stream()
            .map(request -> request.getHeader("Idempotency-Key"))
            .collect(Collectors.toSet());
    assertThat(keys).hasSize(1).doesNotContainNull();

    decides(APPLICATION, new Reply.Pending());
    province.apply(APPLICATION);
    SERVER.verify(
        putRequestedFor(urlEqualTo(path(APPLICATION)))
            .withHeader("Idempotency-Key", equalTo(APPLICATION.id().toString()))
            .withRequestBody(equalToJson("{\"city\":\"441600\",\"year\":2020}")));
  }

  @Test
  @DisplayName("H19: a question is repeated at once, an application never")
  void repeatsQuestionsOnly() {
    SERVER.stubFor(get(urlEqualTo(RECEIPT)).willReturn(serverError()));
    assertThatThrownBy(() -> province.receiptOf(PAID_UP))
        .isInstanceOf(ProvinceFailure.class)
        .hasMessage("the province answered 500");
    SERVER.verify(3, getRequestedFor(urlEqualTo(RECEIPT)));

    SERVER.stubFor(put(anyUrl()).willReturn(serverError()));
    assertThatThrownBy(() -> province.apply(APPLICATION)).isInstanceOf(ProvinceFailure.class);
    assertThat(handedIn(APPLICATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("H19: who answers too late has not answered")
  void waitsOnlySoLong() {
    SERVER.stubFor(
        get(urlEqualTo(RECEIPT))
            .willReturn(okJson(said(new Receipt.Confirmed("r"))).withFixedDelay(2_000)));
    assertThatThrownBy(() -> province.receiptOf(PAID_UP))
        .isInstanceOf(ProvinceFailure.class)
        .hasMessage("the province did not answer");
  }

  @Test
  @DisplayName("H19: a province that fails again and again is left alone a while")
  void leavesItAlone() {
    fallsSilent();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> province.receiptOf(PAID_UP)).isInstanceOf(ProvinceFailure.class);
    }
    SERVER.resetRequests();
    assertThatThrownBy(() -> province.receiptOf(PAID_UP))
        .isInstanceOf(ProvinceFailure.class)
        .hasMessageContaining("left alone");
    SERVER.verify(0, getRequestedFor(urlEqualTo(RECEIPT)));
  }

  @Test
  @DisplayName("H19: an answer that says nothing is none: no state, no reference, no JSON")
  void understandsNothingElse() {
    for (var body :
        new String[] {"{}", "{\"state\":\"CONFIRMED\"}", "{\"state\":\"YES\"}", "<html>"}) {
      SERVER.stubFor(get(urlEqualTo(RECEIPT)).willReturn(okJson(body)));
      assertThatThrownBy(() -> province.receiptOf(PAID_UP))
          .as(body)
          .isInstanceOf(ProvinceFailure.class);
    }
    SERVER.stubFor(put(anyUrl()).willReturn(okJson("{\"state\":\"REFUSED\"}")));
    assertThatThrownBy(() -> province.apply(APPLICATION)).isInstanceOf(ProvinceFailure.class);
  }
}
