package org.yizhan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its neighbours see it: a topic on one side, HTTP on the other. */
final class TheReconciliation implements AutoCloseable {

  private static final int PARTITIONS = 2;

  private final Engines engines = Engines.forTests();
  // A database of its own per instance, and a group that starts at the end of what earlier tests
  // left on the topic.
  private final String name =
      "reconciliation-service-" + UUID.randomUUID().toString().substring(0, 8);
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private KafkaProducer<String, byte[]> producer;
  private Map<TopicPartition, OffsetAndMetadata> start;
  private ConfigurableApplicationContext service;

  void start() {
    engines.createTopics(PARTITIONS);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", engines.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    moveGroupTo(null);
    startService();
  }

  private void startService() {
    service =
        new SpringApplicationBuilder(ReconciliationService.class)
            .run(
                "--server.port=0",
                "--spring.application.name=" + name,
                "--YIZHAN_KAFKA_BOOTSTRAP=" + engines.kafkaBootstrap(),
                "--YIZHAN_MONGODB_URI=" + engines.mongoUri());
    await().atMost(Duration.ofSeconds(30)).until(() -> healthStatus() == 200);
  }

  void restart() {
    service.close();
    startService();
  }

  /** As if the group had never committed anything: every record since the start comes again. */
  void redeliverEverything() {
    service.close();
    moveGroupTo(start);
    startService();
  }

  private static Map<TopicPartition, OffsetAndMetadata> endOf(Admin admin) throws Exception {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (int i = 0; i < PARTITIONS; i++) {
      asked.put(new TopicPartition(Topics.SETTLEMENTS, i), OffsetSpec.latest());
    }
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue().offset())));
  }

  private void moveGroupTo(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try (var admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", engines.kafkaBootstrap()))) {
      start = offsets == null ? endOf(admin) : offsets;
      admin.alterConsumerGroupOffsets(name, start).all().get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void publish(int partition, SettlementEvent event) {
    var message =
        new ProducerRecord<>(
            Topics.SETTLEMENTS, partition, personOf(event), mapper.writeValueAsBytes(event));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", event.getClass().getAnnotation(JsonTypeName.class).value(),
            "ce_source", "/yizhan/settlement-service",
            "content-type", "application/json")
        .forEach(
            (header, value) ->
                message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(message).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
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
    var response = ask(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return mapper.readTree(response.body());
  }

  private HttpResponse<String> ask(String path) {
    return ask(path, "*/*");
  }

  private HttpResponse<String> ask(String path, String accept) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Accept", accept)
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Empty when nothing was collected yet. */
  JsonNode month(String hospital, String month) {
    var response = ask("/api/hospital-months/" + hospital + "/" + month);
    return response.statusCode() == 404
        ? mapper.createObjectNode()
        : mapper.readTree(response.body());
  }

  HttpResponse<String> file(String hospital, String month) {
    return ask("/api/hospital-months/" + hospital + "/" + month, "text/csv");
  }

  void assertProblem(String path, int status, String code, String field, String value) {
    var response = ask(path);
    var problem = mapper.readTree(response.body());
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/value").asStringOpt().orElse(null)).isEqualTo(value);
    assertThat(problem.at("/errors/0/rule").asString()).isNotBlank();
  }

  int healthStatus() {
    return ask("/actuator/health/readiness").statusCode();
  }

  double metric(String name) {
    return ask("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    service.close();
    producer.close();
  }
}
