package org.yizhan.roster.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.local.Engines;
import org.yizhan.roster.change.ChangeKey;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.Merge;
import org.yizhan.roster.change.SealedPerson;
import org.yizhan.roster.countylist.ListedPerson;
import org.yizhan.roster.countylist.ListedPerson.ListedMark;
import org.yizhan.roster.fullroster.RosterEntry;
import org.yizhan.roster.fullroster.RosterEntry.Beginning;
import org.yizhan.roster.fullroster.RosterEntry.Key;
import tools.jackson.databind.json.JsonMapper;

/** What a county's list says of one human who has two numbers (H12), OLD given up for STAYS. */
class MongoCountyListsIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String COUNTY = "441625";
  private static final YearMonth MARCH = YearMonth.of(2031, 3);
  private static final OffsetDateTime SAID = OffsetDateTime.parse("2031-02-01T09:00:00+08:00");

  private static MongoClient client;
  private MongoRosterEntries entries;
  private MongoCountyLists lists;

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @BeforeEach
  void mergeTheTwo() {
    MongoDatabase database = client.getDatabase("county-lists-it");
    database.drop();
    entries = new MongoRosterEntries(database, CHINA);
    var merges = new MongoMerges(database);
    lists = new MongoCountyLists(database, merges, new JsonMapper(), CHINA);
    merges.add(
        new Merge(
            new ChangeKey("medical-insurance", "M1"),
            "OLD",
            new Identity("STAYS", "masked", "sealed")),
        0);
  }

  @Test
  @DisplayName("H12: a joining said last, but from before the leaving, is not listed")
  void foldsByTheDay() {
    entries.store(
        List.of(
            entry("OLD", "DIBAO", COUNTY, "2019-07-01", "2031-01-01", 1),
            entry("STAYS", "DIBAO", COUNTY, "2019-07-01", null, 2),
            entry("OLD", "TEKUN", COUNTY, "2019-07-01", "2031-01-01", 3),
            entry("STAYS", "TEKUN", COUNTY, "2031-01-01", null, 4)));
    assertThat(listed()).extracting(ListedMark::category).containsExactly("TEKUN");
  }

  @Test
  @DisplayName("H12: a mark that has moved to another county under one number has left this one")
  void movesWithEitherNumber() {
    entries.store(
        List.of(
            entry("OLD", "DIBAO", "441621", "2031-01-01", null, 1),
            entry("STAYS", "DIBAO", COUNTY, "2019-07-01", null, 2),
            entry("OLD", "TEKUN", COUNTY, "2019-07-01", null, 3),
            entry("STAYS", "TEKUN", "441621", "2031-04-01", null, 4)));
    assertThat(listed())
        .containsExactly(new ListedMark("TEKUN", "civil-affairs", "2019-07-01", null));
  }

  @Test
  @DisplayName("H12: two instances may draw up a list at the same time")
  void isDrawnUpByTwoAtOnce() throws Exception {
    entries.store(List.of(entry("OLD", "DIBAO", COUNTY, "2019-07-01", null, 1)));
    var draws = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 200; i++) {
      draws.add(
          () -> {
            lists.drawUp(COUNTY, MARCH, LocalDate.parse("2031-03-01"));
            return true;
          });
    }
    try (var instances = Executors.newFixedThreadPool(8)) {
      for (var draw : instances.invokeAll(draws)) {
        assertThat(draw.get()).isTrue();
      }
    }
    assertThat(listed()).hasSize(1);
  }

  private List<ListedMark> listed() {
    lists.drawUp(COUNTY, MARCH, LocalDate.parse("2031-03-01"));
    var persons = new ArrayList<ListedPerson>();
    lists.eachPerson(COUNTY, MARCH, persons::add);
    assertThat(persons).extracting(ListedPerson::personNumber).containsExactly("STAYS");
    return persons.getFirst().marks();
  }

  private static RosterEntry entry(
      String number,
      String category,
      String county,
      String from,
      @Nullable String leftFrom,
      int saidAfter) {
    var since = LocalDate.parse(from);
    var said = SAID.plusMinutes(saidAfter);
    return new RosterEntry(
        new Key("civil-affairs", "441600", number, category),
        1,
        new Marking(county, since, null, "basis", null),
        new Beginning(since, said),
        leftFrom == null ? null : LocalDate.parse(leftFrom),
        new SealedPerson("masked", "sealed", null),
        said,
        List.of(),
        null);
  }
}
