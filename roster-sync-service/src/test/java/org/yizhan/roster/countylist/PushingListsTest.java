package org.yizhan.roster.countylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.roster.countylist.ListedPerson.ListedMark;

/** H12: each county has its list by the 10th, once, with joiners and leavers. */
class PushingListsTest {

  private static final String COUNTY = "441602";
  private static final List<String> COUNTIES = List.of(COUNTY, "441621");
  private static final ListRules.Dated RULES =
      new ListRules.Dated(
          new TreeMap<>(
              Map.of(
                  LocalDate.parse("2019-01-01"),
                  new ListRules(MonthDay.of(9, 1), MonthDay.of(12, 31), 10, 8))));

  private final Lists lists = new Lists();
  private final Platform platform = new Platform();
  private final PushingLists pushing = new PushingLists(lists, platform, RULES);

  @Test
  @DisplayName("H12: the list of a month says who joined and who left since the last")
  void joinersAndLeavers() {
    lists.marked("P1", "P2");
    pushing.push(COUNTIES, at("2020-03-01"));
    lists.marked("P2", "P3", "P4");
    pushing.push(COUNTIES, at("2020-04-01"));
    var april = lists.find(COUNTY, YearMonth.of(2020, 4)).orElseThrow();
    assertThat(april.persons()).isEqualTo(3);
    assertThat(april.byCategory()).isEqualTo(Map.of("DIBAO", 3L));
    assertThat(april.joiners()).isEqualTo(2);
    assertThat(april.leavers()).isEqualTo(1);
    assertThat(april.asOf()).hasToString("2020-04-01");
    assertThat(april.isDelivered()).isTrue();
    assertThat(platform.deliveries).hasSize(4);
  }

  @Test
  void aListIsMadeOnceAndDeliveredOnce() {
    lists.marked("P1");
    pushing.push(COUNTIES, at("2020-03-01"));
    lists.marked("P1", "P2");
    pushing.push(COUNTIES, at("2020-03-09"));
    assertThat(lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow().persons()).isOne();
    assertThat(platform.deliveries).hasSize(2);
  }

  @Test
  @DisplayName("H12: after an answer that was lost the platform is asked before anything is sent")
  void inDoubt() {
    lists.marked("P1");
    platform.losesAnswers = true;
    pushing.push(List.of(COUNTY), at("2020-03-01"));
    var waiting = lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow();
    assertThat(waiting.isDelivered()).isFalse();
    assertThat(waiting.lastProblem()).isEqualTo("no answer");
    platform.losesAnswers = false;
    pushing.push(List.of(COUNTY), at("2020-03-01"));
    assertThat(lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow().isDelivered()).isTrue();
    assertThat(platform.deliveries).as("it had arrived the first time").hasSize(1);
  }

  @Test
  void aPlatformThatFailsDoesNotKeepTheOthersWaiting() {
    lists.marked("P1");
    platform.down = COUNTY;
    pushing.push(COUNTIES, at("2020-03-02"));
    assertThat(platform.deliveries).containsExactly("441621 2020-03");
    assertThat(pushing.overdue(COUNTIES, LocalDate.parse("2020-03-08"))).isZero();
    assertThat(pushing.overdue(COUNTIES, LocalDate.parse("2020-03-09"))).isOne();
    platform.down = "";
    pushing.push(COUNTIES, at("2020-03-09"));
    assertThat(pushing.overdue(COUNTIES, LocalDate.parse("2020-03-09"))).isZero();
    assertThat(lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow().attempts()).isEqualTo(2);
  }

  @ParameterizedTest(name = "H12, H14: on {0} enrolment is over: {1}")
  @CsvSource({"2020-08-31, true", "2020-09-01, false", "2020-12-31, false", "2021-01-01, true"})
  void joinersOutsideTheEnrolmentPeriodAreFlagged(LocalDate day, boolean after) {
    pushing.push(List.of(COUNTY), at(day.toString()));
    var list = lists.find(COUNTY, YearMonth.from(day)).orElseThrow();
    assertThat(list.afterEnrolmentPeriod()).isEqualTo(after);
  }

  @Test
  void theChecksumIsThatOfTheLines() {
    lists.marked("P1");
    pushing.push(List.of(COUNTY), at("2020-03-01"));
    // printf 'P1|DIBAO,civil-affairs,2019-07-01,\n' | sha256sum
    assertThat(lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow().checksum())
        .isEqualTo("df0c27e4d510cbf2cd9387570fd58eda1576c34a4aa671c8d324841000ec74db");
  }

  @Test
  @DisplayName(
      "H12: a crash in the middle of a delivery leaves its end unknown: the platform is asked")
  void aCrashInTheMiddle() {
    lists.marked("P1");
    platform.crashes = true;
    assertThatThrownBy(() -> pushing.push(List.of(COUNTY), at("2020-03-01")))
        .hasMessage("the process ends here");
    platform.crashes = false;
    pushing.push(List.of(COUNTY), at("2020-03-01"));
    assertThat(lists.find(COUNTY, YearMonth.of(2020, 3)).orElseThrow().isDelivered()).isTrue();
    assertThat(platform.deliveries).as("it had arrived before the crash").hasSize(1);
  }

  @Test
  @DisplayName("H12: by the 10th, warned after the 8th, since 2019; before that there is no rule")
  void theRulesOfThePolicy() {
    var law = ListRules.Dated.load();
    var march = YearMonth.of(2020, 3);
    assertThat(law.on(march.atDay(1)).dueOn(march)).hasToString("2020-03-10");
    assertThat(law.on(march.atDay(8)).isLate(march, march.atDay(8))).isFalse();
    assertThat(law.on(march.atDay(9)).isLate(march, march.atDay(9))).isTrue();
    assertThatThrownBy(() -> law.on(LocalDate.parse("2018-12-31")))
        .hasMessageContaining("the first hold from 2019-01-01");
  }

  private static OffsetDateTime at(String day) {
    return OffsetDateTime.parse(day + "T03:00:00+08:00");
  }

  /** Everybody who is marked is marked in every county. */
  private static final class Lists implements CountyLists {

    private final Map<String, CountyList> kept = new TreeMap<>();
    private final Map<String, List<String>> drawn = new HashMap<>();
    private List<String> marked = List.of();

    void marked(String... numbers) {
      marked = List.of(numbers);
    }

    @Override
    public Optional<CountyList> find(String county, YearMonth month) {
      return Optional.ofNullable(kept.get(month + county));
    }

    @Override
    public List<CountyList> of(YearMonth month) {
      return kept.values().stream().filter(list -> list.month().equals(month)).toList();
    }

    @Override
    public void keep(CountyList list) {
      kept.put(list.month() + list.county(), list);
    }

    @Override
    public void drawUp(String county, YearMonth month, LocalDate asOf) {
      drawn.put(month + county, marked);
    }

    @Override
    public void eachPerson(String county, YearMonth month, Consumer<ListedPerson> reader) {
      var mark = new ListedMark("DIBAO", "civil-affairs", "2019-07-01", null);
      drawn
          .getOrDefault(month + county, List.of())
          .forEach(number -> reader.accept(new ListedPerson(number, "masked", List.of(mark))));
    }

    @Override
    public void eachOnlyIn(
        String county, YearMonth month, YearMonth other, Consumer<String> reader) {
      var only = new ArrayList<>(drawn.getOrDefault(month + county, List.of()));
      only.removeAll(drawn.getOrDefault(other + county, List.of()));
      only.forEach(reader);
    }
  }

  private static final class Platform implements SharingPlatform {

    private final List<String> deliveries = new ArrayList<>();
    private final Map<String, String> held = new HashMap<>();
    private boolean losesAnswers;
    private boolean crashes;
    private String down = "";

    @Override
    public Optional<String> checksumOfWhatItHas(CountyList list) {
      return Optional.ofNullable(held.get(list.county() + list.month()));
    }

    @Override
    public void deliver(CountyList list) {
      var noAnswer = new PlatformFailure("no answer", new java.io.IOException("reset"));
      if (list.county().equals(down)) {
        throw noAnswer;
      }
      deliveries.add(list.county() + " " + list.month());
      held.put(list.county() + list.month(), list.checksum());
      if (losesAnswers) {
        throw noAnswer;
      }
      if (crashes) {
        throw new IllegalStateException("the process ends here");
      }
    }
  }
}
