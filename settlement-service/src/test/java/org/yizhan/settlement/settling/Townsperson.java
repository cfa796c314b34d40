package org.yizhan.settlement.settling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.settlement.benefityear.Oracle.Visit;

/**
 * Somebody about whom more and more becomes known. Which of it counts for a stay is worked out here
 * a second time, without the code under test.
 */
final class Townsperson {

  private static final OffsetDateTime RECORDED = OffsetDateTime.parse("2020-01-01T12:00:00+08:00");
  private static final List<String> HEYUAN =
      List.of("DIBAO", "TEKUN", "ORPHAN", "REGISTERED_POOR", "LOW_INCOME_ELDERLY");
  private static final List<String> WENZHOU =
      List.of("DIBAO", "TEKUN", "DIBIAN", "ILLNESS_POOR", "DISABLED_1_6", "MARTYR_FAMILY");
  private static final List<String> DESTINATIONS =
      List.of("440000", "440100", "330300", "441600", Hospitals.GUANGZHOU);

  private final String number;
  private final RandomGenerator random;
  private final List<Enrolment> enrolments = new ArrayList<>();
  private final Map<String, Mark> marks = new TreeMap<>();
  private final List<Filing> filings = new ArrayList<>();
  private long version;

  Townsperson(String number, RandomGenerator random) {
    this.number = number;
    this.random = random;
    enrol(LocalDate.parse("2018-01-01"), random.nextBoolean() ? "441600" : "330300");
    if (random.nextBoolean()) {
      mark();
    }
  }

  String number() {
    return number;
  }

  long version() {
    return version;
  }

  /** Something new is known: a mark that begins or ends, an enrolment, a filing. */
  void change() {
    version++;
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> mark();
      case 3, 4 -> endOfAMark();
      case 5 -> enrol(day(), enrolments.getLast().city());
      case 6 -> enrol(day(), random.nextInt(3) > 0 ? enrolments.getLast().city() : otherCity());
      default -> filings.add(new Filing(day(), random.nextBoolean() ? null : day(), destination()));
    }
  }

  private String destination() {
    return DESTINATIONS.get(random.nextInt(DESTINATIONS.size()));
  }

  private String otherCity() {
    return enrolments.getLast().city().equals("441600") ? "330300" : "441600";
  }

  private LocalDate day() {
    return LocalDate.ofYearDay(2019 + random.nextInt(3), 1 + random.nextInt(365));
  }

  private void enrol(LocalDate from, String city) {
    boolean resident = random.nextBoolean();
    enrolments.removeIf(other -> other.from().equals(from));
    enrolments.add(
        new Enrolment(
            resident ? Scheme.RESIDENT : Scheme.EMPLOYEE,
            resident
                ? null
                : random.nextBoolean() ? EmploymentStatus.ACTIVE : EmploymentStatus.RETIRED,
            from,
            random.nextInt(12) == 0 ? from.plusDays(300) : null,
            city,
            city.substring(0, 4) + "02"));
  }

  private void mark() {
    var city = random.nextInt(5) > 0 ? enrolments.getLast().city() : otherCity();
    var categories = city.equals("441600") ? HEYUAN : WENZHOU;
    var category = categories.get(random.nextInt(categories.size()));
    var own = random.nextInt(3) > 0 ? null : BigDecimal.valueOf(random.nextInt(10_000), 2);
    marks.put(
        category,
        new Mark(
            category, city.substring(0, 4) + "02", "agency", day(), null, null, RECORDED, own));
  }

  private void endOfAMark() {
    marks.replaceAll(
        (category, was) ->
            random.nextBoolean()
                ? was
                : new Mark(
                    category,
                    was.county(),
                    was.agency(),
                    was.effectiveFrom(),
                    was.effectiveFrom().plusDays(random.nextInt(500)),
                    null,
                    RECORDED,
                    was.standardPercent()));
  }

  Coverage coverage() {
    var last = enrolments.getLast();
    return new Coverage(
        number,
        last.city() + "********0014",
        last.city(),
        last.county(),
        version,
        enrolments,
        List.copyOf(marks.values()),
        filings);
  }

  /** A new enrolment ends the previous one the day before. */
  Optional<Enrolment> enrolmentOn(LocalDate admission) {
    Enrolment latest = null;
    for (var each : enrolments) {
      if (each.from().compareTo(admission) <= 0
          && (latest == null || latest.from().isBefore(each.from()))) {
        latest = each;
      }
    }
    return latest == null || latest.to() != null && latest.to().isBefore(admission)
        ? Optional.empty()
        : Optional.of(latest);
  }

  /**
   * The stay as it would be divided by what is known now; empty without an enrolment.
   *
   * @param open whether the city's off-site function is open
   */
  Optional<Visit> visit(SettleDischarge bill, boolean open) {
    return enrolmentOn(bill.admissionDate())
        .map(
            enrolment ->
                new Visit(
                    enrolment.city(),
                    enrolment.scheme() == Scheme.RESIDENT ? "RESIDENT" : enrolment.status().name(),
                    Hospitals.levelOf(bill.hospitalCode()),
                    place(bill, enrolment.city()),
                    bill.dischargeDate(),
                    open,
                    marksOn(bill.dischargeDate(), enrolment.city()),
                    BigDecimal.valueOf(bill.amounts().inPolicy().fen(), 2)));
  }

  private String place(SettleDischarge bill, String city) {
    var division = Hospitals.divisionOf(bill.hospitalCode());
    if (division.startsWith(city.substring(0, 4))) {
      return "IN_CITY";
    }
    for (var filing : filings) {
      boolean inForce =
          !bill.admissionDate().isBefore(filing.from())
              && (filing.to() == null || !bill.admissionDate().isAfter(filing.to()));
      boolean there =
          filing.destination().equals(bill.hospitalCode())
              || division.startsWith(filing.destination().replaceAll("(00)+$", ""));
      if (inForce && there) {
        return "FILED";
      }
    }
    return "UNFILED";
  }

  private Map<String, BigDecimal> marksOn(LocalDate discharge, String city) {
    var counting = new TreeMap<String, BigDecimal>();
    marks.forEach(
        (category, mark) -> {
          boolean ended = mark.effectiveTo() != null && mark.effectiveTo().isBefore(discharge);
          if (!ended
              && !mark.effectiveFrom().isAfter(discharge)
              && mark.county().startsWith(city.substring(0, 4))) {
            counting.put(category, mark.standardPercent());
          }
        });
    return counting;
  }
}
