package org.yizhan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Money;
import org.yizhan.local.sample.SampleData.Discharge;
import org.yizhan.local.sample.SampleData.Person;

class SampleDataTest {

  private final SampleData data = SampleData.load();

  @Test
  void everyCitizenIdIsValidAndNobodysOwn() {
    assertThat(data.persons())
        .extracting(Person::idNumber)
        .doesNotHaveDuplicates()
        .allMatch(id -> CitizenId.ruleBrokenBy(id).isEmpty())
        .allMatch(id -> id.startsWith("441600") || id.startsWith("330300"));
  }

  @Test
  void everyBillAddsUpAndItsSharesDoToo() {
    assertThat(data.discharges())
        .hasSize(13)
        .allMatch(discharge -> discharge.amounts().addsUp())
        .allMatch(
            discharge ->
                discharge.expected().values().stream()
                    .reduce(discharge.patient(), Money::plus)
                    .equals(discharge.amounts().total()));
  }

  @Test
  void encountersAndChangesHaveIdsOfTheirOwn() {
    assertThat(data.discharges()).extracting(Discharge::encounterId).doesNotHaveDuplicates();
    assertThat(Messages.aboutPersons(data))
        .extracting(Messages.Message::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDischargeNamesAPersonAndAHospitalOfTheSample() {
    var hospitals =
        data.hospitals().stream().map(one -> one.hospitalCode()).collect(Collectors.toSet());
    assertThat(data.discharges()).allMatch(one -> hospitals.contains(one.hospitalCode()));
    data.discharges().forEach(one -> assertThat(data.person(one.person())).isNotNull());
  }

  @Test
  @DisplayName("H4, W1: both cities and both schemes are in it")
  void bothCitiesAndBothSchemesAreInIt() {
    assertThat(
            data.persons().stream().map(one -> one.enrolment().city() + one.enrolment().scheme()))
        .contains("441600RESIDENT", "441600EMPLOYEE", "330300RESIDENT", "330300EMPLOYEE");
  }

  @Test
  void noCitizenIdIsAKeyOrAnId() {
    assertThat(Messages.aboutPersons(data))
        .noneMatch(one -> (one.key() + one.id() + one.source()).matches(".*[0-9]{17}.*"));
  }
}
