package org.yizhan.reconciliation;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its neighbours see it: a topic on one side, HTTP on the other. */
final class TheReconciliation implements AutoCloseable {

  // A database of its own per instance, and a group that starts at the end of what earlier tests
  // left on the topic.
  private final String name =
      "reconciliation-service-" + UUID.randomUUID().toString().substring(0, 8);
  private final JsonMapper mapper = JsonMapper.builder().build();
  private Wire wire;
  private Map<TopicPartition, OffsetAndMetadata> start;
  private RunningApplication service;

  void start() {
    wire = new Wire();
    start = wire.ends(List.of(Topics.SETTLEMENTS));
    wire.move(name, start);
    startService();
  }

  private void startService() {
    service =
        RunningApplication.start(ReconciliationService.class, "--spring.application.name=" + name);
    await().atMost(Duration.ofSeconds(30)).until(() -> healthStatus() == 200);
  }

  void restart() {
    service.close();
    startService();
  }

  /** As if the group had never committed anything: every record since the start comes again. */
  void redeliverEverything() {
    service.close();
    wire.move(name, start);
    startService();
  }

  void publish(int partition, SettlementEvent event) {
    wire.publish(Topics.SETTLEMENTS, partition, personOf(event), event);
  }

  private static String personOf(SettlementEvent event) {
    return switch (event) {
      case ClaimSettled settled -> settled.settlement().personNumber();
      case ClaimsRevised revised -> revised.revisions().getFirst().settlement().personNumber();
      case ClaimsReimbursed paid -> paid.revisions().getFirst().settlement().personNumber();
      case RecoveryReturned returned -> returned.personNumber();
      case SettlementEvent.Unrecognised _ -> throw new AssertionError("never sent");
    };
  }

  JsonNode get(String path) {
    return service.json(path);
  }

  /** Empty when nothing was collected yet. */
  JsonNode month(String hospital, String month) {
    var answer = service.get("/api/hospital-months/" + hospital + "/" + month);
    return answer.statusCode() == 404 ? mapper.createObjectNode() : mapper.readTree(answer.body());
  }

  HttpResponse<String> file(String hospital, String month) {
    return service.get("/api/hospital-months/" + hospital + "/" + month, "text/csv");
  }

  void assertProblem(String path, int status, String code, String field, String value) {
    service.assertProblem(path, status, code, field, value);
  }

  int healthStatus() {
    return service.healthStatus();
  }

  double metric(String name) {
    return service.metric(name, "");
  }

  @Override
  public void close() {
    service.close();
    wire.close();
  }
}
