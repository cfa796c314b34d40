package org.yizhan.suite.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.HospitalOnStay;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/**
 * Stays of many kinds, so that no branch is predicted for ever: both schemes, none to two marks, in
 * the city, filed and unfiled, small bills and large ones, years begun and years used up.
 */
final class Stays {

  private static final List<String> CATEGORIES =
      List.of("DIBAO", "TEKUN", "REGISTERED_POOR", "LOW_INCOME_SERIOUSLY_ILL");
  private static final List<Place> PLACES =
      List.of(Place.IN_CITY, Place.IN_CITY, Place.IN_CITY, Place.FILED, Place.UNFILED);
  private static final String CITY = "441600";
  private static final String COUNTY = "441602";
  private static final LocalDate JOINED = LocalDate.parse("2019-01-01");

  /** A question to a chain. */
  record Question(PayerChain chain, StayCircumstances stay, Money inPolicy, Accumulators before) {}

  private final Random random;
  private final Laws laws = Laws.of(LawUnits.FILES.load("parameters", Optional.empty()));

  private Stays(long seed) {
    this.random = new Random(seed);
  }

  static Question[] of(int count, long seed) {
    var stays = new Stays(seed);
    var questions = new Question[count];
    for (int i = 0; i < count; i++) {
      questions[i] = stays.next();
    }
    return questions;
  }

  private Question next() {
    var discharge = LocalDate.ofYearDay(2020 + random.nextInt(2), 1 + random.nextInt(365));
    var coverage = coverage();
    var division = coverage.place() == Place.IN_CITY ? COUNTY : "440103";
    var hospital = new HospitalOnStay('H' + division + "00001", 1 + random.nextInt(3), division);
    var stay = new StayCircumstances(coverage, hospital, discharge.minusDays(9), discharge, true);
    var chain = laws.chain(CITY, coverage.scheme()).orElseThrow();
    return new Question(chain, stay, upTo(200_000_00), before());
  }

  private CoverageOnStay coverage() {
    var scheme = random.nextBoolean() ? Scheme.RESIDENT : Scheme.EMPLOYEE;
    return new CoverageOnStay(
        "P0000000000000001",
        "441600********0014",
        CITY,
        COUNTY,
        scheme,
        scheme == Scheme.RESIDENT ? null : EmploymentStatus.ACTIVE,
        JOINED,
        marks(),
        PLACES.get(random.nextInt(PLACES.size())),
        null,
        1);
  }

  private List<MarkOnStay> marks() {
    var marks = new ArrayList<MarkOnStay>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      marks.add(new MarkOnStay(category, COUNTY, "civil-affairs", JOINED, null));
    }
    return marks;
  }

  private Accumulators before() {
    if (random.nextBoolean()) {
      return Accumulators.NONE;
    }
    var paid = new EnumMap<Payer, Money>(Payer.class);
    paid.put(Payer.BASIC, upTo(250_000_00));
    paid.put(Payer.ASSISTANCE, upTo(100_000_00));
    return new Accumulators(paid, upTo(120_000_00));
  }

  private Money upTo(int fen) {
    return Money.ofFen(random.nextInt(fen));
  }
}
