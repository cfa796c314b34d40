package org.yizhan.suite.load;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharge;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city's year of discharges, put into the store of the settlement service as the service itself
 * would have left it: decided by its engine, written by its class, the last event of each year
 * still with it. The same seed makes the same city.
 */
final class StoredCity {

  private static final int YEAR = 2020;
  private static final int YEARS_AT_ONCE = 250;
  private static final List<String> COUNTIES =
      List.of("441602", "441621", "441622", "441623", "441624", "441625");
  private static final List<String> CATEGORIES =
      List.of("DIBAO", "TEKUN", "REGISTERED_POOR", "LOW_INCOME_ELDERLY", "LOW_INCOME_DISABLED");
  private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);
  private static final OffsetDateTime KNOWN = SINCE.atTime(9, 0).atOffset(ZoneOffset.ofHours(8));

  private final BenefitYears years;
  private final Adjudication adjudication;
  private final EventTypes<SettlementEvent> events;
  private final long seed;

  StoredCity(BenefitYears years, Laws laws, JsonMapper json, long seed) {
    this.years = years;
    this.adjudication = new Adjudication(laws);
    this.events = EventTypes.of(SettlementEvent.class, json);
    this.seed = seed;
  }

  /** Returns how many discharges these people had: five for every two of them. */
  long fill(int people) {
    return IntStream.range(0, (people + YEARS_AT_ONCE - 1) / YEARS_AT_ONCE)
        .parallel()
        .mapToLong(
            batch -> store(batch * YEARS_AT_ONCE, Math.min(people, (batch + 1) * YEARS_AT_ONCE)))
        .sum();
  }

  private long store(int from, int to) {
    var changes = new ArrayList<BenefitYears.Change>();
    long claims = 0;
    for (int person = from; person < to; person++) {
      var change = yearOf(person);
      changes.add(change);
      claims += change.changed().year().added().size();
    }
    years.store(changes);
    return claims;
  }

  private BenefitYears.Change yearOf(int person) {
    var random = new SplittableRandom(seed * 1_000_003 + person);
    var coverage = coverage(number(random), random);
    var year = RunningYear.empty(new BenefitYear.Key(coverage.personNumber(), City.HEYUAN, YEAR));
    Map<UUID, byte[]> outgoing = Map.of();
    int discharges = person % 2 == 0 ? 2 : 3;
    for (int i = 0; i < discharges; i++) {
      var settled = settle(year, coverage, i, discharges, random);
      var event = new ClaimSettled(settled.claim().commandId(), settled.settlement());
      outgoing = Map.of(settled.claim().settlementId(), events.write(event));
      year = year.with(settled.claim());
    }
    return new BenefitYears.Change(new BenefitYears.Stored(year, 0, Set.of()), outgoing, Set.of());
  }

  private Decision.Settled settle(
      RunningYear year, Coverage coverage, int number, int of, SplittableRandom random) {
    var county = COUNTIES.get(random.nextInt(COUNTIES.size()));
    var level = 1 + random.nextInt(3);
    var code = "H%s%05d".formatted(county, random.nextInt(1, 10) * 10 + level);
    var designation = new Hospital.Designation(SINCE, null, level, county);
    var hospital = new Hospital(code, List.of(designation));
    var discharged = LocalDate.ofYearDay(YEAR, 1 + number * 365 / of + random.nextInt(365 / of));
    var command = command(coverage.personNumber(), code, discharged, random);
    var facts = new StayFacts(coverage, hospital, Set.of(City.HEYUAN));
    return switch (adjudication.examine(command, facts)) {
      case Admissible bill
          when adjudication.decide(year, bill, command.receivedAt())
              instanceof Decision.Settled settled ->
          settled;
      case Object refused -> throw new IllegalStateException("refused: " + refused);
    };
  }

  private static SettleDischarge command(
      String person, String hospital, LocalDate discharged, SplittableRandom random) {
    var inPolicy =
        Money.ofFen(random.nextLong(1, random.nextInt(20) == 0 ? 40_000_000 : 2_000_000));
    var bill =
        Discharge.bill(
            inPolicy.toString(), Money.ofFen(random.nextLong(500_000)).toString(), "0.00", "0.00");
    return new SettleDischarge(
        id(random),
        id(random),
        hospital,
        "ZY" + random.nextLong(1_000_000_000_000L),
        person,
        discharged.minusDays(1 + random.nextInt(20)),
        discharged,
        "I63.900",
        bill,
        null,
        null,
        discharged.atTime(10, random.nextInt(60)).atOffset(ZoneOffset.ofHours(8)));
  }

  private static UUID id(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String number(SplittableRandom random) {
    var hash = ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong());
    return PersonNumber.ofHash(hash.array());
  }

  /** Half of the people have a mark, one in ten has two. */
  private static Coverage coverage(String person, SplittableRandom random) {
    var county = COUNTIES.get(random.nextInt(COUNTIES.size()));
    var marks = new ArrayList<Mark>();
    int kind = random.nextInt(10);
    for (int i = 0; i < (kind == 0 ? 2 : kind < 5 ? 1 : 0); i++) {
      var category = CATEGORIES.get((random.nextInt(2) + i * 2) % CATEGORIES.size());
      marks.add(mark(category, county));
    }
    boolean employed = random.nextInt(3) == 0;
    var enrolment =
        new Enrolment(
            employed ? Scheme.EMPLOYEE : Scheme.RESIDENT,
            employed ? EmploymentStatus.ACTIVE : null,
            SINCE,
            null,
            City.HEYUAN,
            county);
    return new Coverage(
        person, "441600********0014", City.HEYUAN, county, 1, List.of(enrolment), marks, List.of());
  }

  private static Mark mark(String category, String county) {
    return new Mark(category, county, "civil-affairs", SINCE, null, "load", KNOWN, null);
  }
}
