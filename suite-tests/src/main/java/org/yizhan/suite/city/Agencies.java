package org.yizhan.suite.city;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import tools.jackson.databind.json.JsonMapper;

/** Publishes as the agencies do, and reads how each change was taken. */
public final class Agencies {

  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrap;
  private final JsonMapper json = JsonMapper.builder().build();

  public Agencies(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** What the agencies learnt of a person. */
  public record Registered(String personNumber, long eligibilityVersion) {}

  /**
   * Announces people and waits for every acceptance.
   *
   * @return by citizen label
   * @throws IllegalStateException naming changes that were refused or not answered in time
   */
  public Map<String, Registered> register(List<Citizen> people, Duration patience) {
    var posts = people.stream().flatMap(citizen -> Posts.about(citizen).stream()).toList();
    publish(posts);
    var answers = answersTo(posts.stream().map(Post::id).collect(Collectors.toSet()), patience);
    var registered = new HashMap<String, Registered>();
    for (var post : posts) {
      registered.merge(
          post.key(), registered(Objects.requireNonNull(answers.get(post.id()))), Agencies::later);
    }
    return registered;
  }

  private static Registered registered(RosterFeedback answer) {
    if (answer.personNumber() == null || answer.eligibilityVersion() == null) {
      throw new IllegalStateException(answer.changeId() + " was refused: " + answer.errors());
    }
    return new Registered(answer.personNumber(), answer.eligibilityVersion());
  }

  private static Registered later(Registered one, Registered other) {
    return one.eligibilityVersion() > other.eligibilityVersion() ? one : other;
  }

  /** Returns when the brokers have acknowledged every message. */
  public void publish(List<Post> posts) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var sent = posts.stream().map(post -> producer.send(post.asRecord())).toList();
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException("Kafka did not take the messages", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** The answers to these changes, accepted or refused. */
  public Map<String, RosterFeedback> answersTo(Set<String> changeIds, Duration patience) {
    var answers = new HashMap<String, RosterFeedback>();
    follow(
        answer -> {
          if (answer.changeId() != null && changeIds.contains(answer.changeId())) {
            answers.put(answer.changeId(), answer);
          }
        },
        () -> answers.size() == changeIds.size(),
        patience);
    if (answers.size() < changeIds.size()) {
      var open = new HashSet<>(changeIds);
      open.removeAll(answers.keySet());
      throw new IllegalStateException(
          "%d changes were not answered on %s, among them %s"
              .formatted(open.size(), Topics.ROSTER_FEEDBACK, open.stream().limit(5).toList()));
    }
    return answers;
  }

  /** All answers so far that fit, waiting until there are as many as asked for. */
  public List<RosterFeedback> answers(
      Predicate<RosterFeedback> fitting, int count, Duration patience) {
    var found = new ArrayList<RosterFeedback>();
    follow(
        answer -> {
          if (fitting.test(answer)) {
            found.add(answer);
          }
        },
        () -> found.size() >= count,
        patience);
    return found;
  }

  private void follow(Consumer<RosterFeedback> reader, BooleanSupplier done, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "max.poll.records", 2_000);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.ROSTER_FEEDBACK).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!done.getAsBoolean() && System.nanoTime() < deadline) {
        consumer
            .poll(POLL)
            .forEach(one -> reader.accept(json.readValue(one.value(), RosterFeedback.class)));
      }
    }
  }
}
