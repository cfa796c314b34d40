package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yizhan.contracts.Topics;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Books;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.city.Agencies;
import org.yizhan.suite.city.Agencies.Registered;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.contract.HttpContract;
import org.yizhan.suite.door.Counter;
import org.yizhan.suite.door.Door;
import org.yizhan.suite.door.Reply;
import org.yizhan.suite.folder.TemporaryFolder;
import org.yizhan.suite.verify.Law;
import org.yizhan.suite.verify.SettlementsTopic;
import org.yizhan.suite.verify.SettlementsTopic.Verified;
import tools.jackson.databind.JsonNode;

/** A running suite, with what a test needs to live in it: hospitals, agencies, counters, books. */
final class House implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  static final Hospital HEYUAN_1 = Hospital.of("441602", 1, 1);
  static final Hospital HEYUAN_2 = Hospital.of("441602", 2, 2);
  static final Hospital HEYUAN_3 = Hospital.of("441602", 3, 3);
  static final Hospital WENZHOU_2 = Hospital.of("330302", 2, 2);
  static final Hospital WENZHOU_3 = Hospital.of("330302", 3, 3);
  static final Hospital GUANGZHOU_3 = Hospital.of("440106", 3, 3);
  static final List<Hospital> HOSPITALS =
      List.of(HEYUAN_1, HEYUAN_2, HEYUAN_3, WENZHOU_2, WENZHOU_3, GUANGZHOU_3);

  private static final HttpContract CONTRACT = HttpContract.read();
  private static final Set<House> OPEN = ConcurrentHashMap.newKeySet();

  private final List<Law> laws = new CopyOnWriteArrayList<>(List.of(Law.read(Law.shipped())));
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private final TemporaryFolder folder;
  private final Suite suite;
  private final Door door;
  private final Lags lags;

  private House(TemporaryFolder folder, Suite suite) {
    this.folder = folder;
    this.suite = suite;
    this.door = new Door(suite.gatewayUrl(), Door.CONNECTIONS_USUAL, this::saw);
    this.lags = new Lags(suite.engines().kafkaBootstrap());
  }

  /**
   * Starts a suite on free ports, with small heaps and the quick compiler, and registers the
   * hospitals.
   */
  static House open(Map<String, String> environment) throws IOException, InterruptedException {
    var folder = TemporaryFolder.create("yizhan-suite");
    var settings = SuiteSettings.forTests(folder.path());
    for (var variable : environment.entrySet()) {
      settings = settings.with(variable.getKey(), variable.getValue());
    }
    var house = new House(folder, Suite.start(settings));
    house.agencies().publish(Posts.aboutTheWorld(HOSPITALS));
    for (var hospital : HOSPITALS) {
      house.door.await("/api/hospitals/" + hospital.code(), reply -> reply.isOk(), PATIENCE);
    }
    house.lags.awaitNone(PATIENCE);
    OPEN.add(house);
    return house;
  }

  /** Every answer of the gateway is held to the contract, whatever a test wants of it. */
  private void saw(String method, String path, Reply reply) {
    untold.addAll(CONTRACT.problemsIn(method, path, reply));
  }

  Suite suite() {
    return suite;
  }

  Door door() {
    return door;
  }

  Door doorOf(String service) {
    return new Door(suite.url(service));
  }

  Agencies agencies() {
    return new Agencies(suite.engines().kafkaBootstrap());
  }

  Counter counter() {
    return new Counter(door, PATIENCE);
  }

  Lags lags() {
    return lags;
  }

  JsonNode get(String path) throws IOException {
    return door.get(path).json();
  }

  Reply post(String path, String body) throws IOException {
    return door.post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode settled(Discharge discharge) throws InterruptedException {
    var reply = counter().settle(discharge).reply();
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    return reply.json();
  }

  Books books() throws IOException, InterruptedException {
    lags.awaitNone(PATIENCE);
    return Books.opened(door, lags, HOSPITALS);
  }

  Path logs() {
    return folder.path().resolve("logs");
  }

  /** Registers people and waits until settlement knows them too. */
  Map<String, Registered> register(Citizen... people) throws InterruptedException {
    var registered = agencies().register(List.of(people), PATIENCE);
    lags.awaitNone(PATIENCE);
    return registered;
  }

  /** Says that a mark never was, and waits until settlement knows it too. */
  void takeBack(Citizen citizen, Citizen.Mark mark) throws InterruptedException {
    var left = Posts.takenBack(citizen, mark);
    agencies().publish(List.of(left));
    agencies().answersTo(Set.of(left.id()), PATIENCE);
    lags.awaitNone(PATIENCE);
  }

  /** The sum of a counter of a service over the tag values that contain the text. */
  long metric(String service, String name, String tag) throws IOException {
    try (var there = doorOf(service)) {
      return there
          .get("/actuator/prometheus", "text/plain")
          .text()
          .lines()
          .filter(line -> line.startsWith(name + "{") && line.contains(tag))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }
  }

  long parked(String topic) {
    return lags.count(topic + ".parked");
  }

  static String civilAffairs() {
    return Topics.ROSTER_CHANGES_PREFIX + "civil-affairs";
  }

  /** From now on settlements may be made by the overlay as it is now. */
  void settlesBy(Path overlay) {
    laws.add(Law.read(Law.shipped(), overlay));
  }

  /** Everything this suite has ever settled, recomputed. */
  Verified verified() {
    return new SettlementsTopic(suite.engines().kafkaBootstrap()).verify(laws);
  }

  /** Whatever a test looked at: no settlement of an open suite may lack its explanation. */
  static void requireEverySettlementSound() {
    OPEN.forEach(House::requireSound);
  }

  private void requireSound() {
    var answers = List.copyOf(untold);
    untold.clear();
    if (!answers.isEmpty()) {
      throw new AssertionError("answers that no contract tells: " + answers);
    }
    var problems = verified().problems();
    if (!problems.isEmpty()) {
      throw new AssertionError("settlements that do not recompute: " + problems);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      requireSound();
    } finally {
      shutDown();
    }
  }

  private void shutDown() throws IOException {
    OPEN.remove(this);
    lags.close();
    door.close();
    suite.close();
    // -Dyizhan.keep=true leaves logs and data to look at after a failure.
    if (!Boolean.getBoolean("yizhan.keep")) {
      folder.close();
    }
  }

  /**
   * One suite for all test classes that leave it as they found it: starting one takes half a
   * minute.
   */
  static House shared() {
    return Shared.HOUSE;
  }

  /**
   * Where the shared suite looks for parameters that replace its own; empty but while a test says
   * otherwise.
   */
  static Path sharedOverlay() {
    return Shared.OVERLAY;
  }

  private static final class Shared {

    private static final Path OVERLAY = folder();
    private static final House HOUSE = open();

    private static Path folder() {
      try {
        return Files.createTempDirectory("yizhan-overlay");
      } catch (IOException noFolder) {
        throw new UncheckedIOException(noFolder);
      }
    }

    private static House open() {
      try {
        var house = House.open(Map.of("YIZHAN_PARAMETERS_OVERLAY", OVERLAY.toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(house)));
        return house;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }

    private static void close(House house) {
      try {
        house.shutDown(); // too late for a finding: the last class has had its own
        Files.deleteIfExists(OVERLAY);
      } catch (IOException leftBehind) {
        System.err.println("left behind: " + leftBehind.getMessage());
      }
    }
  }
}
