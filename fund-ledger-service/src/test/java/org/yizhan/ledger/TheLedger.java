package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.mongo.ChainVerification;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its neighbours see it: a topic on one side, HTTP on the other. */
final class TheLedger implements AutoCloseable {

  private static final int PARTITIONS = 2;

  private final Engines engines = Engines.forTests();
  // A database of its own per instance, and a group that starts at the end of what earlier tests
  // left on the topic.
  private final String name = "fund-ledger-service-" + UUID.randomUUID().toString().substring(0, 8);
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> settings = new ArrayList<>();
  private KafkaProducer<String, byte[]> producer;
  private Map<TopicPartition, OffsetAndMetadata> start;
  private ConfigurableApplicationContext service;

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
    engines.createTopics(PARTITIONS);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", engines.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    moveGroupTo(null);
    startService(clock);
  }

  private void startService(String clock) {
    var all = new ArrayList<>(settings);
    all.addAll(
        List.of(
            "--server.port=0",
            "--spring.application.name=" + name,
            "--yizhan.clock=" + clock,
            "--YIZHAN_KAFKA_BOOTSTRAP=" + engines.kafkaBootstrap(),
            "--YIZHAN_MONGODB_URI=" + engines.mongoUri()));
    service = new SpringApplicationBuilder(FundLedgerService.class).run(all.toArray(String[]::new));
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
    moveGroupTo(start);
    startService(clock);
  }

  private static Map<TopicPartition, OffsetAndMetadata> endOf(Admin admin) throws Exception {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : List.of(Topics.SETTLEMENTS, Topics.FUND_COMMANDS, Topics.CALENDAR)) {
      for (int i = 0; i < PARTITIONS; i++) {
        asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
      }
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

  void publish(int partition, ClaimSettled event) {
    publish(Topics.SETTLEMENTS, partition, "claim-settled.v1", event);
  }

  /** To the partition of the fund that decides it. */
  void ask(FundCommand command) {
    var type = command.getClass().getAnnotation(JsonTypeName.class).value();
    publish(Topics.FUND_COMMANDS, null, DecidingFunds.keyOf(command), type, command);
  }

  private void publish(String topic, int partition, String type, Object event) {
    publish(topic, partition, "key", type, event);
  }

  private void publish(
      String topic, @Nullable Integer partition, String key, String type, Object event) {
    var message = new ProducerRecord<>(topic, partition, key, mapper.writeValueAsBytes(event));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", type,
            "ce_source", "/yizhan/test",
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

  /** Everything that stands in a topic now. */
  List<ConsumerRecord<String, String>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", engines.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  JsonNode get(String path) {
    var response = ask(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return mapper.readTree(response.body());
  }

  private HttpResponse<String> ask(String path) {
    return send(request(path).build(), BodyHandlers.ofString());
  }

  /** A file of the given media type. */
  HttpResponse<byte[]> file(String path, String mediaType) {
    return send(request(path).header("Accept", mediaType).build(), BodyHandlers.ofByteArray());
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<String> post(String path, String json, String... headers) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request.build() : request.headers(headers).build());
  }

  HttpResponse<String> postAs(String contentType, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
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
    var response = ask(path);
    var problem = mapper.readTree(response.body());
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/value").asStringOpt().orElse(null)).isEqualTo(value);
    assertThat(problem.at("/errors/0/rule").asString()).isNotBlank();
  }

  /** What the command says of this instance's store. */
  String verifyChains() {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ChainVerification.run(new String[] {"verify-chains"}, engines.mongoUri(), name, out);
    return said.toString(StandardCharsets.UTF_8);
  }

  int healthStatus() {
    return ask("/actuator/health/readiness").statusCode();
  }

  double metric(String name) {
    return metric(name, "");
  }

  /** The sum of those whose line contains the label. */
  double metric(String name, String label) {
    return ask("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    service.close();
    producer.close();
  }
}
