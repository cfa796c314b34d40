package org.yizhan.suite.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.suite.door.Door;

class CityTest {

  @Test
  void theSameSeedMakesTheSamePeopleAndDischarges() {
    var one = City.of(3, 20, 500);
    var other = City.of(3, 20, 500);

    assertThat(one.people()).isEqualTo(other.people());
    assertThat(new Discharges(one, Map.of(), "R", 0).number(17))
        .isEqualTo(new Discharges(other, Map.of(), "R", 0).number(17));
    assertThat(City.of(4, 20, 500).people()).isNotEqualTo(one.people());
  }

  @Test
  void citizenIdsAreDistinctAndSound() {
    var people = City.of(1, 10, 20_000).people();

    assertThat(people).map(Citizen::idNumber).doesNotHaveDuplicates();
    assertThat(people)
        .allSatisfy(one -> assertThat(CitizenId.ruleBrokenBy(one.idNumber())).isEmpty());
    assertThat(people).allMatch(one -> one.idNumber().startsWith(one.city()));
  }

  @Test
  void everyCategoryHasPeople() {
    var marks = City.of(1, 10, 1_000).people().stream().flatMap(one -> one.marks().stream());

    assertThat(marks.map(Citizen.Mark::category)).contains(Category.values());
  }

  @Test
  void billsAddUpAndHospitalsAreAtHomeAndElsewhere() {
    var city = City.of(1, 20, 300);
    var discharges = new Discharges(city, Map.of(), "R", 0);

    var some = LongStream.range(0, 2_000).mapToObj(discharges::number).toList();

    assertThat(some).allMatch(one -> one.amounts().addsUp());
    assertThat(some).map(Discharge::encounterId).doesNotHaveDuplicates();
    assertThat(some)
        .map(Discharge::hospitalCode)
        .hasSizeGreaterThan(0)
        .anyMatch(c -> c.startsWith("H31"));
    assertThat(some)
        .map(one -> one.dischargeDate().substring(0, 4))
        .contains("2019", "2020", "2021");
  }

  @Test
  void nobodyElseIsCalled() {
    assertThatThrownBy(() -> new Door("http://192.0.2.1:8080"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
