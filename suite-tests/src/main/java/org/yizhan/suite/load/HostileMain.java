package org.yizhan.suite.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.city.Agencies;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Posts;

/**
 * Good roster messages among many hostile ones (H11): every good one is applied, every bad one is
 * answered once and set aside, and nobody is stuck. Ends with 1 when that is not so.
 */
public final class HostileMain {

  private static final String USAGE = "usage: HostileMain [good, 10000] [hostile, 100000]";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int GOOD_MAX = 20_000;
  private static final List<String> INBOUND =
      List.of(
          Topics.ENROLMENT_CHANGES,
          Topics.FILING_CHANGES,
          Topics.ROSTER_CHANGES_PREFIX + "civil-affairs",
          Topics.ROSTER_CHANGES_PREFIX + "veterans-affairs");

  private HostileMain() {}

  public static void main(String[] words) throws Exception {
    int good = words.length > 0 ? Integer.parseInt(words[0]) : 10_000;
    int hostile = words.length > 1 ? Integer.parseInt(words[1]) : 100_000;
    if (words.length > 2 || good > GOOD_MAX) {
      Report.say(USAGE);
      System.exit(2);
    }
    Program.runAndExit(
        "yizhan-hostile",
        folder -> {
          try (var suite = Suite.start(SuiteSettings.forTests(folder))) {
            return run(suite.engines().kafkaBootstrap(), good, hostile);
          }
        });
  }

  private static boolean run(String bootstrap, int good, int hostile) throws Exception {
    long began = System.nanoTime();
    var sent = send(bootstrap, good, hostile);
    var answers = new HashMap<Source, RosterFeedback>();
    var problems = new ArrayList<String>();
    for (var answer : new Agencies(bootstrap).answers(_ -> true, good + hostile, PATIENCE)) {
      if (answers.put(answer.source(), answer) != null) {
        problems.add(answer.source() + " was answered twice");
      }
    }
    long seconds = (System.nanoTime() - began) / 1_000_000_000;
    try (var lags = new Lags(bootstrap)) {
      lags.awaitNone(PATIENCE).forEach((who, open) -> problems.add(who + " is behind by " + open));
      long parked = INBOUND.stream().mapToLong(topic -> lags.count(topic + ".parked")).sum();
      if (parked != hostile) {
        problems.add("%,d messages were set aside, not %,d".formatted(parked, hostile));
      }
    }
    problems.addAll(wrongAnswers(sent, answers));
    Report.say(
        "%,d good and %,d hostile messages, all answered within %d s"
            .formatted(good, hostile, seconds));
    problems.stream().limit(20).forEach(problem -> Report.say("BROKEN: " + problem));
    Report.say(
        problems.isEmpty() ? "every good one is applied, every bad one set aside" : "BROKEN");
    return problems.isEmpty();
  }

  private static List<String> wrongAnswers(
      Map<Source, Boolean> sent, Map<Source, RosterFeedback> answers) {
    var problems = new ArrayList<String>();
    sent.forEach(
        (source, isGood) -> {
          var answer = answers.get(source);
          if (answer == null) {
            problems.add(source + " was not answered");
          } else if (isGood != (answer.outcome() != Outcome.REFUSED)) {
            problems.add(source + " was answered wrongly: " + answer);
          } else if (isGood && answer.eligibilityVersion() == null) {
            problems.add(source + " was accepted but is in no version");
          }
        });
    return problems;
  }

  /** All of them, mixed by a fixed seed; whether each is good, by where it stands. */
  private static Map<Source, Boolean> send(String bootstrap, int good, int hostile)
      throws Exception {
    var random = new SplittableRandom(1);
    var monsters = new Hostile();
    var sent = new HashMap<Source, Boolean>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 5);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var pending = new ArrayList<Pending>();
      for (int g = 0, h = 0; g + h < good + hostile; ) {
        boolean isGood = random.nextInt(good + hostile - g - h) < good - g;
        var record = isGood ? good(g++) : monsters.number(h++);
        pending.add(new Pending(isGood, producer.send(record)));
        if (pending.size() == 5_000) {
          collect(pending, sent);
        }
      }
      collect(pending, sent);
    }
    return sent;
  }

  private record Pending(boolean isGood, Future<RecordMetadata> place) {}

  private static void collect(List<Pending> pending, Map<Source, Boolean> sent) throws Exception {
    for (var one : pending) {
      var place = one.place().get();
      sent.put(new Source(place.topic(), place.partition(), place.offset()), one.isGood());
    }
    pending.clear();
  }

  private static ProducerRecord<String, byte[]> good(int index) {
    var citizen =
        Citizen.resident(
            "good-" + index, City.idNumber(City.HEYUAN, index), "模拟" + index, "441602");
    return Posts.joined(citizen, Category.DIBAO.since("2019-07-01")).asRecord();
  }
}
