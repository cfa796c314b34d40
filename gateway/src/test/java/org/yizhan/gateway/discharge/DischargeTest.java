package org.yizhan.gateway.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.gateway.form.Person;

class DischargeTest {

  private static final String PERSON = "P0123456789ABCDEF";
  private static final LocalDate ADMITTED = LocalDate.of(2019, 11, 1);

  @ParameterizedTest(name = "a total of {0} against parts of 50000.00")
  @CsvSource({"49999.99", "50000.01", "0.00"})
  void partsThatDoNotAddUpAreRefusedWithTheSumAndTheTotal(String total) {
    var refusal = discharge(total, ADMITTED.plusDays(14), null, null).refusal().orElseThrow();

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.code()).isEqualTo("parts-do-not-add-up");
    assertThat(refusal.detail()).contains("50000.00", total);
  }

  @Test
  void aDischargeBeforeTheAdmissionIsRefusedOnTheSameDayItIsNot() {
    var refusal = discharge("50000.00", ADMITTED.minusDays(1), null, null).refusal().orElseThrow();

    assertThat(refusal.code()).isEqualTo("discharge-before-admission");
    assertThat(refusal.detail()).contains("2019-10-31", "2019-11-01");
    assertThat(discharge("50000.00", ADMITTED, null, null).refusal()).isEmpty();
  }

  @Test
  void onlyTheFirstRefusalIsTold() {
    assertThat(discharge("1.00", ADMITTED.minusDays(1), null, null).refusal().orElseThrow().code())
        .isEqualTo("parts-do-not-add-up");
  }

  @Test
  void theFingerprintIgnoresTheEligibilityVersion() {
    assertThat(fingerprint(discharge("50000.00", ADMITTED, 7L, null)))
        .isEqualTo(fingerprint(discharge("50000.00", ADMITTED, null, null)))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void theFingerprintTellsEveryOtherDifference() {
    var one = discharge("50000.00", ADMITTED, null, null);
    UnaryOperator<Discharge> undiagnosed =
        d ->
            new Discharge(
                d.hospitalCode(),
                d.encounterId(),
                d.person(),
                d.admissionDate(),
                d.dischargeDate(),
                null,
                d.amounts(),
                null,
                null);

    assertThat(fingerprint(one))
        .isNotEqualTo(Fingerprint.of("P0123456789ABCDEE", one))
        .isNotEqualTo(fingerprint(discharge("50000.01", ADMITTED, null, null)))
        .isNotEqualTo(fingerprint(discharge("50000.00", ADMITTED.plusDays(1), null, null)))
        .isNotEqualTo(fingerprint(discharge("50000.00", ADMITTED, null, UUID.randomUUID())))
        .isNotEqualTo(fingerprint(undiagnosed.apply(one)));
  }

  private static String fingerprint(Discharge discharge) {
    return Fingerprint.of(PERSON, discharge);
  }

  private static Discharge discharge(
      String total, LocalDate discharged, Long version, UUID replaces) {
    var bill =
        new Bill(
            Money.of(total),
            Money.of("5000.00"),
            Money.of("0.00"),
            Money.of("3000.00"),
            Money.of("42000.00"));
    return new Discharge(
        "H44160200001",
        "ZY1",
        new Person.ByNumber(PERSON),
        ADMITTED,
        discharged,
        "I63.900",
        bill,
        version,
        replaces);
  }
}
