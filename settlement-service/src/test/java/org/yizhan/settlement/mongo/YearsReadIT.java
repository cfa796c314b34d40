package org.yizhan.settlement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.local.Engines;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.Revising;
import org.yizhan.settlement.settling.BenefitYears.Stored;
import org.yizhan.settlement.simulation.Slice;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Among many years, the store looks at those that are asked for: its profiler counts them. */
class YearsReadIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
  private static final int YEARS = 64;
  private static final List<String> WRITTEN =
      IntStream.range(0, YEARS).mapToObj(YearsReadIT::id).toList();

  private static MongoClient client;
  private static MongoDatabase database;
  private static BenefitYears years;

  @BeforeAll
  static void fill() {
    client = MongoClients.create(Engines.forTests().mongoUri());
    database = client.getDatabase("years-read-it");
    database.drop();
    years = new MongoBenefitYears(database, JSON);
    years.store(IntStream.range(0, YEARS).mapToObj(YearsReadIT::year).toList());
    database.runCommand(new Document("profile", 2));
  }

  @AfterAll
  static void disconnect() {
    database.drop();
    client.close();
  }

  /** Two persons in each slice. */
  private static BenefitYear.Key key(int person) {
    var digit = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(person % Slice.COUNT);
    return new BenefitYear.Key("P%sA%013d".formatted(digit, person), "441600", 2019);
  }

  private static String id(int person) {
    return BenefitYears.idOf(key(person));
  }

  private static Change year(int person) {
    var claim = aBill().of("42000.00").settledIn(aBill().emptyYear()).claim();
    var year = new Stored(RunningYear.empty(key(person)).with(claim), 0, Set.of());
    return new Change(year, Map.of(), Set.of());
  }

  private static long examinedBy(Runnable reading) {
    var before = profiled().size();
    reading.run();
    return profiled().stream()
        .skip(before)
        .mapToLong(one -> one.get("docsExamined", Number.class).longValue())
        .sum();
  }

  private static List<Document> profiled() {
    return database
        .getCollection("system.profile")
        .find(
            new Document("ns", "years-read-it.benefitYears")
                .append("docsExamined", new Document("$exists", true)))
        .sort(new Document("$natural", 1))
        .into(new ArrayList<>());
  }

  @Test
  @DisplayName("they lie in the order of their ids, whatever the order of writing")
  void theOrder() {
    var lying =
        database
            .getCollection("benefitYears")
            .find()
            .hint(new Document("$natural", 1))
            .map(year -> year.getString("_id"))
            .into(new ArrayList<>());
    assertThat(lying).hasSize(YEARS).isSorted().isNotEqualTo(WRITTEN);
  }

  @Test
  @DisplayName("a set of years: not what lies between them")
  void aSet() {
    var wanted = List.of(id(0), id(31), id(63));
    assertThat(examinedBy(() -> assertThat(years.find(wanted)).hasSize(3))).isEqualTo(3);
    assertThat(examinedBy(() -> years.outgoingOf(wanted))).isEqualTo(3);
  }

  @Test
  @DisplayName("one year, read or changed")
  void one() {
    assertThat(examinedBy(() -> assertThat(years.findWhole(id(17))).isPresent())).isEqualTo(1);
    var year = years.findWhole(id(17)).orElseThrow();
    var revised = BenefitYear.of(year.key(), year.version() + 1, year.claims());
    var revising = new Revising(year.version(), revised, new UUID(0, 1), new byte[1]);
    assertThat(examinedBy(() -> years.revise(revising))).isEqualTo(1);
  }

  @Test
  @DisplayName("a slice: its own, in the order of their ids")
  void aSlice() {
    var read = new ArrayList<String>();
    var stored = new MongoStoredYears(database, JSON);
    long examined =
        examinedBy(
            () ->
                stored.read(
                    "441600", 2019, new Slice(5), year -> read.add(BenefitYears.idOf(year.key()))));
    assertThat(read).containsExactly(id(5), id(37));
    assertThat(examined).as("and a neighbour at each end").isBetween(2L, 4L);
  }
}
