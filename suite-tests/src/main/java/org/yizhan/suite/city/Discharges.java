package org.yizhan.suite.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.Bill;

/**
 * Discharges of a city's people, the same for the same seed and number: small and large bills that
 * add up, all levels, in the person's city and elsewhere, from November 2019 to the end of 2021.
 */
public final class Discharges {

  private static final LocalDate FIRST = LocalDate.of(2019, 11, 1);
  private static final LocalDate LAST = LocalDate.of(2021, 12, 31);

  private final City city;
  private final Map<String, String> personNumbers;
  private final String run;
  private final int byIdPercent;

  /**
   * @param personNumbers by citizen label, as the agencies were answered
   * @param run begins every encounter id, so that another run settles other encounters
   * @param byIdPercent how many of a hundred name the person by citizen ID
   */
  public Discharges(City city, Map<String, String> personNumbers, String run, int byIdPercent) {
    this.city = city;
    this.personNumbers = Map.copyOf(personNumbers);
    this.run = run;
    this.byIdPercent = byIdPercent;
  }

  public Discharge number(long index) {
    var random = new SplittableRandom(city.seed() * 1_000_003 + index);
    var citizen = city.people().get(random.nextInt(city.people().size()));
    var discharged = FIRST.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST, LAST) + 1));
    return new Discharge(
        hospitalFor(citizen, random).code(),
        run + "-" + index,
        named(citizen, random),
        discharged.minusDays(random.nextInt(30)).toString(),
        discharged.toString(),
        bill(random));
  }

  private Map<String, Object> named(Citizen citizen, SplittableRandom random) {
    var number = personNumbers.get(citizen.label());
    return number == null || random.nextInt(100) < byIdPercent
        ? Discharge.byId(citizen)
        : Discharge.byNumber(number);
  }

  private Hospital hospitalFor(Citizen citizen, SplittableRandom random) {
    boolean athome = random.nextInt(10) < 8;
    List<Hospital> fitting =
        city.hospitals().stream()
            .filter(hospital -> hospital.isIn(citizen.city()) == athome)
            .toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static Bill bill(SplittableRandom random) {
    var inPolicy = Money.ofFen(random.nextLong(1, sizeOf(random)));
    var fullSelfPay = random.nextBoolean() ? Money.ofFen(random.nextLong(500_000)) : Money.ZERO;
    var overLimit = random.nextInt(5) == 0 ? Money.ofFen(random.nextLong(50_000)) : Money.ZERO;
    var priorSelfPay = random.nextInt(3) == 0 ? Money.ofFen(random.nextLong(300_000)) : Money.ZERO;
    return Discharge.bill(
        inPolicy.toString(), fullSelfPay.toString(), overLimit.toString(), priorSelfPay.toString());
  }

  /** In fen: most bills are small, one in twenty reaches for the yearly caps. */
  private static long sizeOf(SplittableRandom random) {
    int size = random.nextInt(20);
    return size == 0 ? 40_000_000 : size < 5 ? 10_000_000 : size < 14 ? 2_000_000 : 300_000;
  }
}
