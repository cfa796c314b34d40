package org.yizhan.chassis.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.chassis.mongo.OriginalFacts.Fact;
import org.yizhan.local.Engines;

/**
 * Facts and totals on a real store under histories that are made from a seed: copies of facts at
 * other offsets and on other partitions, batches cut at random, crashes between the writes, offsets
 * that jump back. An oracle that counts each fact once must always agree.
 */
class RedeliveredHistoriesIT {

  private static final int SEEDS = 60;
  private static final int PARTITIONS = 2;
  private static final int TOTALS = 3;

  private static MongoClient client;
  private static MongoCollection<Document> facts;
  private static MongoCollection<Document> totals;

  /** A record of the log: the fact it says, what that adds, and to which total. */
  private record Said(String factId, long amount, String total) {}

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
    var database =
        client
            .getDatabase("histories-" + UUID.randomUUID())
            .withWriteConcern(StoreConfiguration.DURABLE)
            .withReadConcern(ReadConcern.MAJORITY);
    facts = database.getCollection("facts");
    totals = database.getCollection("totals");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Test
  void everyFactIsCountedOnceWhateverTheRedelivery() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var history = new History("a" + seed, seed);
      history.consumeWithCrashes();
      assertThat(history.counted()).as("seed %d", seed).isEqualTo(history.oracle());
    }
  }

  @Test
  void everyFactIsCountedOnceWhenCopiesRaceOnTwoPartitions() throws Exception {
    try (var consumers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int seed = 0; seed < SEEDS / 3; seed++) {
        var history = new History("b" + seed, seed);
        var first = consumers.submit(() -> history.drain(0));
        var second = consumers.submit(() -> history.drain(1));
        first.get();
        second.get();
        assertThat(history.counted()).as("seed %d", seed).isEqualTo(history.oracle());
      }
    }
  }

  private static final class History {

    private final String name;
    private final SplittableRandom random;
    private final List<List<Said>> log = new ArrayList<>();
    private final int[] committed = new int[PARTITIONS];
    private final OriginalFacts store = new OriginalFacts(facts);

    /** Two consumers, each with its own memory of what it applied last, as after a rebalance. */
    private final List<FencedTotals> sums =
        List.of(new FencedTotals(totals), new FencedTotals(totals));

    History(String name, int seed) {
      this.name = name;
      this.random = new SplittableRandom(seed);
      for (int i = 0; i < PARTITIONS; i++) {
        log.add(new ArrayList<>());
      }
      for (int fact = 0; fact < 12; fact++) {
        var said = new Said(name + "/" + fact, random.nextInt(1, 100), name + "/" + fact % TOTALS);
        for (int copies = random.nextInt(1, 4); copies > 0; copies--) {
          log.get(random.nextInt(PARTITIONS)).add(said);
        }
      }
      log.forEach(partition -> Collections.shuffle(partition, new Random(seed)));
    }

    void consumeWithCrashes() {
      for (int step = 0; step < 12; step++) {
        int partition = random.nextInt(PARTITIONS);
        int to = Math.min(committed[partition] + random.nextInt(1, 8), log.get(partition).size());
        switch (random.nextInt(5)) {
          case 0 -> store.store(factsOf(partition, to)); // crash before the totals
          case 1 -> handle(partition, to); // crash before the commit
          case 2 ->
              committed[partition] = random.nextInt(committed[partition] + 1); // offsets were lost
          default -> {
            handle(partition, to);
            committed[partition] = to;
          }
        }
      }
      for (int partition = 0; partition < PARTITIONS; partition++) {
        drain(partition);
      }
    }

    /** To the end, in batches of its own random. */
    void drain(int partition) {
      var cuts = new SplittableRandom(partition);
      while (committed[partition] < log.get(partition).size()) {
        int to = Math.min(committed[partition] + cuts.nextInt(1, 6), log.get(partition).size());
        handle(partition, to);
        committed[partition] = to;
      }
    }

    private void handle(int partition, int to) {
      // Batches of a partition go to one consumer or the other by where they end.
      var original = store.store(factsOf(partition, to));
      var additions = new ArrayList<Addition>();
      for (int offset = committed[partition]; offset < to; offset++) {
        if (original.contains(fact(partition, offset))) {
          var said = log.get(partition).get(offset);
          additions.add(
              new Addition(
                  said.total(),
                  place(partition, offset),
                  Map.of("history", name),
                  Map.of("amount", said.amount(), "count", 1L)));
        }
      }
      sums.get(to % sums.size()).apply(additions);
    }

    private List<Fact> factsOf(int partition, int to) {
      var batch = new ArrayList<Fact>();
      for (int offset = committed[partition]; offset < to; offset++) {
        batch.add(fact(partition, offset));
      }
      return batch;
    }

    private Fact fact(int partition, int offset) {
      var said = log.get(partition).get(offset);
      return new Fact(
          said.factId(), place(partition, offset), new Document("amount", said.amount()));
    }

    private Place place(int partition, long offset) {
      return new Place(new PartitionId("said", "topic-" + name, partition), offset);
    }

    Map<String, Long> oracle() {
      var expected = new HashMap<String, Long>();
      log.stream()
          .flatMap(List::stream)
          .distinct()
          .forEach(said -> expected.merge(said.total(), said.amount() * 1_000 + 1, Long::sum));
      return expected;
    }

    Map<String, Long> counted() {
      var found = new HashMap<String, Long>();
      for (var total : totals.find(Filters.eq("labels.history", name))) {
        var sum = total.get("sums", Document.class);
        found.merge(
            total.getString("total"),
            sum.getLong("amount") * 1_000 + sum.getLong("count"),
            Long::sum);
      }
      return found;
    }
  }
}
