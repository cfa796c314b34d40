package org.yizhan.suite.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every settlement that a suite ever published, from the beginning of its log. */
public final class SettlementsTopic {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String bootstrap;

  public SettlementsTopic(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * What came of it.
   *
   * @param settlements the ids that were recomputed
   * @param believed those of them about whose person or hospital the log tells nothing
   */
  public record Verified(Set<String> settlements, Set<String> believed, List<String> problems) {}

  /**
   * Reads up to what is there now and recomputes it all, each settlement by the law it names, each
   * year in its order.
   *
   * @param laws those that settlements may have been made by
   */
  public Verified verify(List<Law> laws) {
    var registers = registers();
    var reading = new Reading(new Verifier(laws, registers), registers.coverages());
    read("settlements", reading::read);
    return reading.verified();
  }

  private static final class Reading {

    private final Verifier verifier;
    private final Coverages coverages;
    private final Years years;
    private final List<ConsumerRecord<String, byte[]>> later = new ArrayList<>();
    private final Set<String> verified = new HashSet<>();
    private final Set<String> believed = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    Reading(Verifier verifier, Coverages coverages) {
      this.verifier = verifier;
      this.coverages = coverages;
      this.years = new Years(coverages);
    }

    /** Whoever goes on for others comes after them, who may lie in another partition. */
    void read(ConsumerRecord<String, byte[]> message) {
      if (coverages.isSurvivor(String.valueOf(message.key()))) {
        later.add(message);
      } else {
        follow(message);
      }
    }

    private void follow(ConsumerRecord<String, byte[]> message) {
      switch (typeOf(message)) {
        case "claim-settled.v1" -> settled(JSON.readTree(message.value()).path("settlement"));
        case "claims-revised.v1", "claims-reimbursed.v1" -> revised(JSON.readTree(message.value()));
        case "recovery-returned.v1" -> {} // money comes back; every settlement stands as it did
        default -> years.disturb(String.valueOf(message.key()));
      }
    }

    private void settled(JsonNode settlement) {
      if (years.settled(settlement)) {
        verify(settlement);
      }
    }

    /** How a settlement stood and how it stands now must both follow from the law. */
    private void revised(JsonNode event) {
      if (years.revised(event)) {
        for (var revision : event.path("revisions")) {
          verify(revision.path("before"));
          verify(revision.path("settlement"));
        }
      }
    }

    private void verify(JsonNode settlement) {
      var id = settlement.path("settlementId").asString("?");
      verified.add(id);
      if (!verifier.isTold(settlement)) {
        believed.add(id);
      }
      problems.addAll(verifier.problemsIn(settlement));
    }

    Verified verified() {
      later.forEach(this::follow);
      later.clear();
      var all = new ArrayList<>(problems);
      all.addAll(years.problems());
      return new Verified(Set.copyOf(verified), Set.copyOf(believed), List.copyOf(all));
    }
  }

  private Registers registers() {
    var registers = Registers.empty();
    read(
        "hospitals",
        message -> {
          if (typeOf(message).equals("hospital-registered.v1")) {
            registers.hospitals().register(JSON.readTree(message.value()));
          }
        });
    read(
        "eligibility",
        message -> {
          if (typeOf(message).equals("coverage-changed.v1")) {
            registers.coverages().know(JSON.readTree(message.value()).path("coverage"));
          }
        });
    return registers;
  }

  private static String typeOf(ConsumerRecord<String, byte[]> message) {
    var header = message.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }
}
