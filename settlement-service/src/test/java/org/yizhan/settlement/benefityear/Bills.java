package org.yizhan.settlement.benefityear;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.settlement.bill.Examination;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;

/**
 * The words tests speak in: {@code
 * aBill().of("42000.00").marked("DIBAO").dischargedOn("2019-11-15")}. Unless told otherwise a
 * resident of Heyuan, in the city, at level 3, function open, 14 days in hospital.
 */
public final class Bills {

  public static final Laws LAWS = Laws.of(LawUnits.FILES.load("parameters", Optional.empty()));
  public static final OffsetDateTime NOON = OffsetDateTime.parse("2019-11-15T12:00:00+08:00");
  public static final String PERSON = "P0123456789ABCDEF";

  private static int count;

  private Laws laws = LAWS;
  private String city = "441600";
  private Scheme scheme = Scheme.RESIDENT;
  private EmploymentStatus employment;
  private int level = 3;
  private Place place = Place.IN_CITY;
  private LocalDate admission = LocalDate.parse("2019-11-01");
  private LocalDate discharge = LocalDate.parse("2019-11-15");
  private Money inPolicy = Money.ZERO;
  private Money fullSelfPay = Money.ZERO;
  private Money overLimit = Money.ZERO;
  private Money priorSelfPay = Money.ZERO;
  private boolean functionOpen = true;
  private final List<Mark> marks = new ArrayList<>();

  public static Bills aBill() {
    return new Bills();
  }

  public Bills under(Laws other) {
    laws = other;
    return this;
  }

  public Bills in(String newCity) {
    city = newCity;
    return this;
  }

  /** RESIDENT, ACTIVE or RETIRED. */
  public Bills as(String who) {
    scheme = who.equals("RESIDENT") ? Scheme.RESIDENT : Scheme.EMPLOYEE;
    employment = who.equals("RESIDENT") ? null : EmploymentStatus.valueOf(who);
    return this;
  }

  public Bills atLevel(int newLevel) {
    level = newLevel;
    return this;
  }

  public Bills at(Place newPlace) {
    place = newPlace;
    return this;
  }

  public Bills functionClosed() {
    functionOpen = false;
    return this;
  }

  public Bills dischargedOn(String day) {
    return dischargedOn(LocalDate.parse(day));
  }

  public Bills dischargedOn(LocalDate day) {
    discharge = day;
    admission = day.minusDays(14);
    return this;
  }

  public Bills of(String yuan) {
    return of(Money.of(yuan));
  }

  public Bills of(Money amount) {
    inPolicy = amount;
    return this;
  }

  public Bills andBeside(String full, String over, String prior) {
    fullSelfPay = Money.of(full);
    overLimit = Money.of(over);
    priorSelfPay = Money.of(prior);
    return this;
  }

  public Bills marked(String... categories) {
    for (var category : categories) {
      markedWithStandard(category, null);
    }
    return this;
  }

  public Bills markedWithStandard(String category, String percent) {
    marks.add(
        new Mark(
            category,
            city.substring(0, 4) + "02",
            "civil-affairs",
            LocalDate.parse("2019-01-01"),
            null,
            null,
            NOON,
            percent == null ? null : new BigDecimal(percent)));
    return this;
  }

  public SettleDischarge command() {
    var name = "bill " + ++count;
    var total = inPolicy.plus(fullSelfPay).plus(overLimit).plus(priorSelfPay);
    return new SettleDischarge(
        UUID.nameUUIDFromBytes(("command of " + name).getBytes(StandardCharsets.UTF_8)),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        hospitalCode(),
        name,
        PERSON,
        admission,
        discharge,
        null,
        new Bill(total, fullSelfPay, overLimit, priorSelfPay, inPolicy),
        null,
        null,
        NOON);
  }

  private String hospitalCode() {
    return "H" + division() + "00001";
  }

  private String division() {
    return place == Place.IN_CITY ? city.substring(0, 4) + "21" : "440103";
  }

  public Coverage coverage() {
    return new Coverage(
        PERSON,
        city + "********0014",
        city,
        city.substring(0, 4) + "02",
        7,
        List.of(
            new Enrolment(
                scheme,
                employment,
                LocalDate.parse("2018-01-01"),
                null,
                city,
                city.substring(0, 4) + "02")),
        marks,
        place == Place.FILED
            ? List.of(new Filing(LocalDate.parse("2018-01-01"), null, "440100"))
            : List.of());
  }

  public StayFacts facts() {
    var designation =
        new Hospital.Designation(LocalDate.parse("2015-01-01"), null, level, division());
    return new StayFacts(
        coverage(),
        new Hospital(hospitalCode(), List.of(designation)),
        functionOpen ? Set.of(city) : Set.of());
  }

  public Admissible admissible() {
    return switch (new Adjudication(laws).examine(command(), facts())) {
      case Admissible bill -> bill;
      case Examination.Inadmissible refused -> throw new AssertionError(refused.problem().detail());
    };
  }

  public BenefitYear emptyYear() {
    return BenefitYear.empty(Adjudication.keyOf(admissible()));
  }

  public Decision decidedIn(BenefitYear year) {
    return new Adjudication(laws).decide(year.running(), admissible(), NOON);
  }

  public Decision.Settled settledIn(BenefitYear year) {
    return switch (decidedIn(year)) {
      case Decision.Settled settled -> settled;
      case Decision.Refused refused -> throw new AssertionError(refused.problem().detail());
    };
  }

  /** The first bill of a year. */
  public Settlement settled() {
    return settledIn(emptyYear()).settlement();
  }
}
