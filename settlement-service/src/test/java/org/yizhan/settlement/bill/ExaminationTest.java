package org.yizhan.settlement.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.settlement.coverage.Hospital;

class ExaminationTest {

  private final SettleDischarge command = aBill().of("42000.00").command();
  private final StayFacts facts = aBill().facts();

  @Test
  void aBillThatKeepsEveryRuleIsAdmissible() {
    assertThat(Examination.of(command, facts, LAWS)).isInstanceOf(Examination.Admissible.class);
  }

  @Test
  void partsThatDoNotAddUp() {
    var bill = command.amounts();
    var wrong = new Bill(Money.of("42000.01"), Money.ZERO, Money.ZERO, Money.ZERO, bill.inPolicy());
    var problem = refusal(with(wrong), facts);
    assertThat(problem.code()).isEqualTo("parts-do-not-add-up");
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).contains("42000.01", "42000.00");
    assertThat(problem.errors().getFirst().field()).isEqualTo("amounts.total");
  }

  @Test
  void aBillBeyondAllMeasure() {
    var huge = Money.MAX_ON_A_BILL.plus(Money.ofFen(1));
    var problem = refusal(with(new Bill(huge, Money.ZERO, Money.ZERO, Money.ZERO, huge)), facts);
    assertThat(problem.code()).isEqualTo("amount-too-large");
    var largest = Money.MAX_ON_A_BILL;
    assertThat(
            Examination.of(
                with(new Bill(largest, largest, Money.ZERO, Money.ZERO, Money.ZERO)), facts, LAWS))
        .isInstanceOf(Examination.Admissible.class);
  }

  @Test
  void dischargeBeforeAdmission() {
    var backwards = with(LocalDate.parse("2019-11-02"), LocalDate.parse("2019-11-01"));
    assertThat(refusal(backwards, facts).code()).isEqualTo("discharge-before-admission");
    var sameDay = with(LocalDate.parse("2019-11-01"), LocalDate.parse("2019-11-01"));
    assertThat(Examination.of(sameDay, facts, LAWS)).isInstanceOf(Examination.Admissible.class);
  }

  @Test
  void unknownPersonAndHospital() {
    var person = refusal(command, new StayFacts(null, facts.hospital(), Set.of()));
    assertThat(person.code()).isEqualTo("unknown-person");
    assertThat(person.status()).isEqualTo(404);
    var hospital = refusal(command, new StayFacts(facts.coverage(), null, Set.of()));
    assertThat(hospital.code()).isEqualTo("unknown-hospital");
    assertThat(hospital.status()).isEqualTo(404);
  }

  @Test
  void aHospitalThatIsKnownButNotDesignatedOnTheAdmissionDate() {
    var designation = new Hospital.Designation(LocalDate.parse("2019-11-02"), null, 3, "441621");
    var later = new Hospital(command.hospitalCode(), List.of(designation));
    var problem = refusal(command, new StayFacts(facts.coverage(), later, Set.of()));
    assertThat(problem.code()).isEqualTo("hospital-not-designated");
    assertThat(problem.detail()).contains("2019-11-01");
  }

  @Test
  @DisplayName("H14: enrolment counts on the admission date")
  void notEnrolled() {
    var problem =
        refusal(command, facts(enrolledFrom("2019-11-02", "441600", null, Scheme.RESIDENT)));
    assertThat(problem.code()).isEqualTo("not-enrolled");
    var onTheDay = facts(enrolledFrom("2019-11-01", "441600", null, Scheme.RESIDENT));
    assertThat(Examination.of(command, onTheDay, LAWS)).isInstanceOf(Examination.Admissible.class);
    var ended = facts(enrolledFrom("2019-01-01", "441600", "2019-10-31", Scheme.RESIDENT));
    assertThat(refusal(command, ended).code()).isEqualTo("not-enrolled");
    assertThat(refusal(command, facts(List.of())).code()).isEqualTo("not-enrolled");
  }

  @Test
  @DisplayName(
      "H7, H12: under a number that was given up nothing is paid; the one that stays is named")
  void mergedPerson() {
    var enrolments = enrolledFrom("2019-01-01", "441600", null, Scheme.RESIDENT);
    var problem = refusal(command, merged(enrolments, "PSTAYS", List.of()));
    assertThat(problem.code()).isEqualTo("person-merged");
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).contains(command.personNumber(), "PSTAYS");
    assertThat(problem.errors().getFirst().rule())
        .isEqualTo("must be the number that stays, PSTAYS");
    var stays = merged(enrolments, null, List.of("PGIVENUP"));
    assertThat(Examination.of(command, stays, LAWS)).isInstanceOf(Examination.Admissible.class);
  }

  @Test
  void anEmployeeWithoutAStatus() {
    var problem =
        refusal(command, facts(enrolledFrom("2019-01-01", "441600", null, Scheme.EMPLOYEE)));
    assertThat(problem.code()).isEqualTo("employment-status-missing");
  }

  @Test
  void aCityWithoutLaw() {
    var problem =
        refusal(command, facts(enrolledFrom("2019-01-01", "440100", null, Scheme.RESIDENT)));
    assertThat(problem.code()).isEqualTo("city-without-law");
    assertThat(problem.errors().getFirst().value()).isEqualTo("440100");
  }

  @Test
  void theFirstRefusalOnly() {
    var wrong = new Bill(Money.of("1.00"), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    assertThat(refusal(with(wrong), new StayFacts(null, null, Set.of())).code())
        .isEqualTo("parts-do-not-add-up");
  }

  @Test
  @DisplayName("every refusal names field, rule and what to do, and no citizen ID")
  void textsAreHelpful() {
    var problem = refusal(command, new StayFacts(null, facts.hospital(), Set.of()));
    assertThat(problem.detail()).contains(command.personNumber()).endsWith(".");
    assertThat(problem.toString()).doesNotContain("0014");
    assertThat(problem.errors().getFirst().rule()).startsWith("must ");
  }

  private static Problem refusal(SettleDischarge command, StayFacts facts) {
    return switch (Examination.of(command, facts, LAWS)) {
      case Examination.Inadmissible refused -> refused.problem();
      case Examination.Admissible admitted -> throw new AssertionError("admitted: " + admitted);
    };
  }

  private SettleDischarge with(Bill bill) {
    return copy(command.admissionDate(), command.dischargeDate(), bill);
  }

  private SettleDischarge with(LocalDate admission, LocalDate discharge) {
    return copy(admission, discharge, command.amounts());
  }

  private SettleDischarge copy(LocalDate admission, LocalDate discharge, Bill bill) {
    return new SettleDischarge(
        command.commandId(),
        command.settlementId(),
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        admission,
        discharge,
        null,
        bill,
        null,
        null,
        command.receivedAt());
  }

  private StayFacts facts(List<Enrolment> enrolments) {
    return merged(enrolments, null, List.of());
  }

  private StayFacts merged(List<Enrolment> enrolments, String into, List<String> from) {
    var coverage =
        new Coverage(
            command.personNumber(),
            "441600********0014",
            null,
            null,
            1,
            enrolments,
            List.of(),
            List.of(),
            into,
            from);
    return new StayFacts(coverage, facts.hospital(), Set.of());
  }

  private static List<Enrolment> enrolledFrom(String from, String city, String to, Scheme scheme) {
    var end = to == null ? null : LocalDate.parse(to);
    return List.of(new Enrolment(scheme, null, LocalDate.parse(from), end, city, city));
  }
}
