package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.mongo.ChainVerification;
import org.yizhan.local.Engines;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its neighbours see it: topics on one side, HTTP on the other. */
final class TheLedger implements AutoCloseable {

  private static final List<String> TOPICS =
      List.of(Topics.SETTLEMENTS, Topics.FUND_COMMANDS, Topics.CALENDAR);

  // A database of its own per instance, and a group that starts at the end of what earlier tests
  // left on the topics.
  private final String name = "fund-ledger-service-" + UUID.randomUUID().toString().substring(0, 8);
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final List<String> settings = new ArrayList<>();
  private Wire wire;
  private Map<TopicPartition, OffsetAndMetadata> start;
  private RunningApplication service;

  /** One more setting, from the next start on. */
  TheLedger with(String setting) {
    settings.add(setting);
    return this;
  }

  void start() {
    startAt("");
  }

  /**
   * @param clock the instant at which the service believes to start; empty for the real time
   */
  void startAt(String clock) {
    wire = new Wire();
    start = wire.ends(TOPICS);
    wire.move(name, start);
    startService(clock);
  }

  private void startService(String clock) {
    var all = new ArrayList<>(settings);
    all.addAll(List.of("--spring.application.name=" + name, "--yizhan.clock=" + clock));
    service = RunningApplication.start(FundLedgerService.class, all.toArray(String[]::new));
    await().atMost(Duration.ofSeconds(30)).until(() -> healthStatus() == 200);
  }

  void restart() {
    restartAt("");
  }

  void restartAt(String clock) {
    service.close();
    startService(clock);
  }

  /** As if the group had never committed anything: every record since the start comes again. */
  void redeliverEverything() {
    redeliverEverythingAt("");
  }

  void redeliverEverythingAt(String clock) {
    service.close();
    wire.move(name, start);
    startService(clock);
  }

  void publish(int partition, ClaimSettled event) {
    wire.publish(Topics.SETTLEMENTS, partition, "key", event);
  }

  /** To the partition of the fund that decides it. */
  void ask(FundCommand command) {
    wire.publish(Topics.FUND_COMMANDS, null, DecidingFunds.keyOf(command), command);
  }

  /** Everything that stands in a topic now. */
  List<ConsumerRecord<String, String>> all(String topic) {
    return wire.all(topic);
  }

  JsonNode get(String path) {
    return service.json(path);
  }

  /** A file of the given media type. */
  HttpResponse<byte[]> file(String path, String mediaType) {
    return service.file(path, mediaType);
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<String> post(String path, String json, String... headers) {
    return service.post(path, json, headers);
  }

  HttpResponse<String> postAs(String contentType, String path, String body) {
    return service.postAs(contentType, path, body);
  }

  JsonNode json(String text) {
    return mapper.readTree(text);
  }

  String payableTo(String fund, String hospital) {
    for (var row : get("/api/ledger/accounts/2901?fund=" + fund).at("/subAccounts")) {
      if (row.at("/hospital").asString().equals(hospital)) {
        return row.at("/balance").asString();
      }
    }
    return "0.00";
  }

  BigDecimal balance(String fund, String code) {
    return new BigDecimal(
        get("/api/ledger/accounts/" + code + "?fund=" + fund).at("/balance").asString());
  }

  void assertBalanced(String fund) {
    assertBalanced(fund, "MEMO");
  }

  void assertBalanced(String fund, String book) {
    var found = get("/api/ledger/trial-balance?fund=" + fund + "&book=" + book);
    assertThat(found.at("/debit")).isEqualTo(found.at("/credit"));
    assertThat(found.at("/accounts").size()).isGreaterThanOrEqualTo(2);
  }

  void assertProblem(String path, int status, String code, String field, String value) {
    service.assertProblem(path, status, code, field, value);
  }

  /** What the command says of this instance's store. */
  String verifyChains() {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ChainVerification.run(new String[] {"verify-chains"}, Engines.forTests().mongoUri(), name, out);
    return said.toString(StandardCharsets.UTF_8);
  }

  int healthStatus() {
    return service.healthStatus();
  }

  double metric(String name) {
    return metric(name, "");
  }

  /** The sum of those whose line contains the label. */
  double metric(String name, String label) {
    return service.metric(name, label);
  }

  @Override
  public void close() {
    service.close();
    wire.close();
  }
}
