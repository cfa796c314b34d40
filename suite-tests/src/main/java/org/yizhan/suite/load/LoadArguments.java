package org.yizhan.suite.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.suite.door.Door;

/**
 * What is measured, on what.
 *
 * @param rate discharges a second in the throughput phase
 * @param latencyRate likewise in the latency phase
 * @param connections of the generator to the gateway, at most; the wait for one counts as waiting
 * @param byId how many of a hundred discharges name the person by citizen ID
 * @param max also find the highest rate that the suite keeps up with
 * @param gateway a running suite; null to start one
 * @param kafka of the running suite
 */
record LoadArguments(
    int rate,
    Duration length,
    Duration warmup,
    int latencyRate,
    Duration latencyLength,
    int hospitals,
    int people,
    int connections,
    int byId,
    long seed,
    boolean c2,
    boolean max,
    Map<String, String> environment,
    @Nullable Path dataDir,
    @Nullable String gateway,
    @Nullable String kafka) {

  static final String USAGE =
      """
      usage: LoadMain [options]
        --rate 1000 --seconds 60 --warmup 30     throughput phase: discharges a second, at fixed times
        --latency-rate 50 --latency-seconds 60   latency phase
        --hospitals 20 --people 10000 --seed 1   the cities
        --by-id 20                               of a hundred discharges, how many name a citizen ID
        --max                                    then raise the rate while the suite keeps up
        --connections 500                        of the generator, at most
        --c2                                     services with C2 instead of C1
        --set NAME=VALUE                         an environment variable of the services
        --data-dir FOLDER                        of the suite that is started; a temporary one if absent
        --gateway URL --kafka HOST:PORT          a running suite on this machine instead
      A phase of 0 seconds is left out. Ends with 1 when the books do not bear the figures out.\
      """;

  private static final int RATE_MAX = 50_000;
  private static final int SECONDS_MAX = 3_600;

  LoadArguments {
    requireBetween("--rate", rate, RATE_MAX);
    requireBetween("--latency-rate", latencyRate, RATE_MAX);
    for (var one : List.of(length, warmup, latencyLength)) {
      if (one.isNegative() || one.toSeconds() > SECONDS_MAX) {
        throw new IllegalArgumentException("a phase takes 0 to " + SECONDS_MAX + " seconds");
      }
    }
    if ((gateway == null) != (kafka == null)) {
      throw new IllegalArgumentException("--gateway and --kafka go together");
    }
  }

  private static void requireBetween(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must lie between 1 and " + max);
    }
  }

  static LoadArguments parse(String[] words) {
    var left = new ArrayDeque<>(List.of(words));
    var read = new Reading();
    while (!left.isEmpty()) {
      read.option(left.removeFirst(), left);
    }
    return new LoadArguments(
        read.rate,
        Duration.ofSeconds(read.seconds),
        Duration.ofSeconds(read.warmup),
        read.latencyRate,
        Duration.ofSeconds(read.latencySeconds),
        read.hospitals,
        read.people,
        read.connections,
        read.byId,
        read.seed,
        read.c2,
        read.max,
        Map.copyOf(read.environment),
        read.dataDir,
        read.gateway,
        read.kafka);
  }

  private static final class Reading {
    private int rate = 1_000;
    private int seconds = 60;
    private int warmup = 30;
    private int latencyRate = 50;
    private int latencySeconds = 60;
    private int hospitals = 20;
    private int people = 10_000;
    private int connections = Door.CONNECTIONS_USUAL;
    private int byId = 20;
    private long seed = 1;
    private boolean c2;
    private boolean max;
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Path dataDir;
    private @Nullable String gateway;
    private @Nullable String kafka;

    void option(String word, ArrayDeque<String> left) {
      switch (word) {
        case "--rate" -> rate = number(word, left);
        case "--seconds" -> seconds = number(word, left);
        case "--warmup" -> warmup = number(word, left);
        case "--latency-rate" -> latencyRate = number(word, left);
        case "--latency-seconds" -> latencySeconds = number(word, left);
        case "--hospitals" -> hospitals = number(word, left);
        case "--people" -> people = number(word, left);
        case "--by-id" -> byId = number(word, left);
        case "--seed" -> seed = number(word, left);
        case "--c2" -> c2 = true;
        case "--max" -> max = true;
        case "--connections" -> connections = number(word, left);
        case "--set" -> set(value(word, left));
        case "--data-dir" -> dataDir = Path.of(value(word, left));
        case "--gateway" -> gateway = value(word, left);
        case "--kafka" -> kafka = value(word, left);
        default -> throw new IllegalArgumentException("unknown option " + word);
      }
    }

    private void set(String assignment) {
      var parts = assignment.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("--set needs NAME=VALUE, not " + assignment);
      }
      environment.put(parts[0], parts[1]);
    }

    private static int number(String word, ArrayDeque<String> left) {
      return Integer.parseInt(value(word, left));
    }

    private static String value(String word, ArrayDeque<String> left) {
      if (left.isEmpty()) {
        throw new IllegalArgumentException(word + " needs a value behind it");
      }
      return left.removeFirst();
    }
  }
}
