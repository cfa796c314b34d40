package org.yizhan.settlement;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.local.Engines;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.mongo.MongoBenefitYears;
import org.yizhan.settlement.mongo.MongoLawBook;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Years;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as a process of its own, with its own database and consumer group, under a law that
 * came later than the years it finds.
 */
@DisplayName("H10: a new law with an effective date in the past")
@Tag("left-to-ci")
class ReadjudicationIT {

  private static final String NAME = "readjudication-it";
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ASKED =
      """
      {"city": "441600", "from": "2019-07-01", "to": "2019-12-31", "maker": "clerk-7",
       "reason": "rate changed from July on"}
      """;

  private final JsonMapper json =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
  private final List<UUID> cases = new ArrayList<>();

  @TempDir Path folder;
  private Path overlay;
  private MongoClient client;
  private MongoDatabase database;
  private BenefitYears years;
  private SettlementProcess service;

  /** Two persons per slice whose share changes, and one whose does not. */
  @BeforeEach
  void yearsUnderTheEarlierLaw() throws Exception {
    var engines = Engines.forTests();
    engines.createTopics(2);
    ignoreWhatOthersAsked();
    client = MongoClients.create(engines.mongoUri());
    database = client.getDatabase(NAME);
    database.drop();
    MongoLawBook.keeping(LAWS, database);
    years = new MongoBenefitYears(database, json);
    for (var digit : DIGITS.toCharArray()) {
      for (var more : List.of("A", "B")) {
        store(Years.of(personIn(digit, more), aBill().of("42000.00").marked("DIBAO")));
      }
    }
    store(Years.of(personIn('Z', "C"), aBill().of("42000.00")));
    overlay = Files.createDirectories(folder.resolve("overlay"));
    Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50").forEach(this::write);
    service = start();
  }

  private static String personIn(char digit, String more) {
    return "P" + digit + more.repeat(15);
  }

  private void store(BenefitYear year) {
    var stored = new BenefitYears.Stored(Years.running(year), 0, Set.of());
    years.store(List.of(new BenefitYears.Change(stored, Map.of(), Set.of())));
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(overlay.resolve(file).getParent());
      Files.writeString(overlay.resolve(file), text);
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }

  /** Other tests of this machine have asked other things of other services. */
  private static void ignoreWhatOthersAsked() throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", Engines.forTests().kafkaBootstrap()))) {
      var ends =
          admin
              .listOffsets(
                  List.of(0, 1).stream()
                      .map(partition -> new TopicPartition(Topics.CARE_COMMANDS, partition))
                      .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
              .all()
              .get();
      var offsets =
          ends.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue().offset())));
      admin.alterConsumerGroupOffsets(NAME, offsets).all().get();
    }
  }

  private SettlementProcess start() throws IOException {
    return SettlementProcess.start(
        NAME, overlay, folder.resolve("service-" + System.nanoTime() + ".log"));
  }

  @AfterEach
  void close() {
    service.close();
    client.close();
  }

  @Test
  @DisplayName("H10: shown, confirmed by two people, killed half-way, resumed: each year once")
  void aCityAdoptsTheLaw() throws Exception {
    var place = previewed();
    requireTheMoney(read(place).path("preview").path("result"));
    requireTheList(place);
    requireTwoPeople(place);

    assertThat(service.post(place + "/approval", "{\"checker\": \"clerk-9\"}").statusCode())
        .isEqualTo(202);
    await().pollInterval(Duration.ofMillis(10)).until(() -> adoptions().size() > 0);
    service.kill();
    assertThat(adoptions()).hasSizeLessThan(64);
    var halfWay = database.getCollection("simulations").find(eq("state", "RUNNING")).first();
    assertThat(halfWay).isNotNull();
    assertThat(halfWay.getList("done", Integer.class)).hasSizeLessThan(32);

    service = start();
    var adopted = await().atMost(Duration.ofMinutes(3)).until(() -> read(place), this::isAdopted);
    requireTheMoney(adopted.path("adoption").path("result"));
    assertThat(adopted.path("adoption").path("apart")).isEmpty();
    requireEachYearOnce();
    var nothingLeft = read(previewed()).path("preview").path("result");
    assertThat(nothingLeft.path("changed").asLong()).isZero();
  }

  private boolean isAdopted(JsonNode readjudication) {
    return readjudication.path("adoption").path("state").asString().equals("DONE");
  }

  private JsonNode read(String place) throws Exception {
    return json.readTree(service.get(place).body());
  }

  private String previewed() throws Exception {
    var accepted = service.post("/api/readjudications", ASKED);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    var place = accepted.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> read(place).path("preview").path("state").asString().equals("DONE"));
    return place;
  }

  /** 64 × 2,619.75: 80 % of 8,732.50 become 50 %. */
  private static void requireTheMoney(JsonNode result) {
    assertThat(result.path("people").asLong()).isEqualTo(64);
    assertThat(result.path("changed").asLong()).isEqualTo(64);
    for (var dimension : List.of("categories", "hospitals", "months", "counties")) {
      assertThat(result.path(dimension)).as(dimension).hasSize(1);
      assertThat(result.path(dimension).path(0).path("difference").asString())
          .isEqualTo("-167664.00");
    }
    var payers = new ArrayList<String>();
    result
        .path("payers")
        .forEach(
            payer ->
                payers.add(
                    payer.path("payer").asString() + " " + payer.path("difference").asString()));
    assertThat(payers).containsExactly("BASIC 0.00", "CATASTROPHIC 0.00", "ASSISTANCE -167664.00");
  }

  private void requireTheList(String place) throws Exception {
    var first = read(place + "/settlements?limit=60");
    assertThat(first.path("settlements")).hasSize(60);
    assertThat(first.path("settlements").path(0).path("before").path("ASSISTANCE").asString())
        .isEqualTo("6986.00");
    assertThat(first.path("settlements").path(0).path("after").path("ASSISTANCE").asString())
        .isEqualTo("4366.25");
    var next = first.path("next").asString();
    var second = read(place + "/settlements?limit=60&after=" + next);
    assertThat(second.path("settlements")).hasSize(4);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(service.csv(place + "/settlements").body().lines())
        .hasSize(1 + 64 * 3)
        .anyMatch(line -> line.endsWith(",DIBAO,ASSISTANCE,6986.00,4366.25,-2619.75"));
    assertThat(service.csv(place).body())
        .contains("county,441602,ASSISTANCE,447104.00,279440.00,-167664.00\r\n");
  }

  private void requireTwoPeople(String place) throws Exception {
    var alone = service.post(place + "/approval", "{\"checker\": \"clerk-7\"}");
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(alone.body()).contains("same-person");
    assertThat(service.post(place + "/approval", "{}").statusCode()).isEqualTo(400);
    var simulation = place.replace("readjudications", "simulations");
    assertThat(service.get(simulation).statusCode()).as("is no simulation").isEqualTo(404);
    assertThat(adoptions()).isEmpty();
  }

  private List<Document> adoptions() {
    return database.getCollection("adoptions").find().into(new ArrayList<>());
  }

  /** However often a case was said, it was the same; and its year was changed by it once. */
  private void requireEachYearOnce() {
    assertThat(adoptions()).hasSize(64);
    adoptions().forEach(adoption -> cases.add(UUID.fromString(adoption.getString("_id"))));
    try (var settlements =
        new TopicReader(Engines.forTests().kafkaBootstrap(), Topics.SETTLEMENTS)) {
      for (var each : cases) {
        var said = settlements.await(each, s -> !s.isEmpty());
        assertThat(said.stream().distinct()).hasSize(1);
        assertThat(said.getFirst().type()).isEqualTo("claims-reimbursed.v1");
        assertThat(said.getFirst().json())
            .contains("\"cause\":\"NEW_LAW\"", "\"maker\":\"clerk-7\"", "\"checker\":\"clerk-9\"");
      }
    }
    for (var digit : DIGITS.toCharArray()) {
      var key = new BenefitYear.Key(personIn(digit, "A"), "441600", 2019);
      var year = years.findWhole(BenefitYears.idOf(key)).orElseThrow();
      assertThat(year.version()).isEqualTo(2);
      var claim = year.claims().getFirst();
      assertThat(claim.outside()).containsExactly(Map.entry(Payer.ASSISTANCE, -261975L));
      assertThat(claim.shares().get(Payer.ASSISTANCE)).hasToString("4366.25");
    }
  }
}
