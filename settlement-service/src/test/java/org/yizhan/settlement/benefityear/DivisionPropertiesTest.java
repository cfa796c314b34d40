package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.benefityear.Oracle.Visit;
import org.yizhan.settlement.payerchain.Accumulators;

/** What holds for every bill and every history of bills. */
class DivisionPropertiesTest {

  private static final List<String> HEYUAN =
      List.of(
          "DIBAO",
          "TEKUN",
          "ORPHAN",
          "REGISTERED_POOR",
          "LOW_INCOME_ELDERLY",
          "LOW_INCOME_MINOR",
          "LOW_INCOME_SERIOUSLY_ILL",
          "LOW_INCOME_DISABLED");
  private static final List<String> WENZHOU =
      List.of(
          "DIBAO",
          "TEKUN",
          "DIBIAN",
          "ILLNESS_POOR",
          "DISABLED_1_6",
          "RED_ARMY",
          "ANTI_JAPANESE",
          "DISABLED_WAR_7_10",
          "DISABLED_DUTY_7_10",
          "MARTYR_FAMILY",
          "DUTY_DEATH_FAMILY",
          "DISEASE_DEATH_FAMILY",
          "LIBERATION_WAR",
          "POST_1949",
          "SICK_RETURNED",
          "COMBAT_OR_TEST");
  private static final Map<Payer, String> HIGHEST_CAP =
      Map.of(Payer.BASIC, "300000.00", Payer.SUPPLEMENTARY, "50000.00", Payer.POVERTY, "10000.00");

  @Property(tries = 1000)
  @Label(
      "H1, H2, H4, H5, H6, H7, H19, W1, W2: an independent slow calculation agrees, stay after"
          + " stay")
  void agreesWithTheOracle(@ForAll("histories") List<Visit> visits) {
    var oracle = new Oracle();
    var year = bill(visits.getFirst()).emptyYear();
    for (var visit : visits) {
      var settled = bill(visit).settledIn(year);
      var expected = new LinkedHashMap<String, String>();
      oracle
          .divide(visit)
          .forEach((payer, amount) -> expected.put(payer, amount.setScale(2).toPlainString()));
      assertThat(inWords(settled.settlement())).isEqualTo(expected);
      year = year.with(settled.claim());
    }
  }

  @Property(tries = 1000)
  @Label("H1, H4, W1: the division without explanation has the numbers of the one with it")
  void unexplainedIsTheSame(@ForAll("histories") List<Visit> visits) {
    var before = Accumulators.NONE;
    for (var visit : visits) {
      var bill = bill(visit).admissible();
      var stay = bill.circumstances();
      var inPolicy = bill.command().amounts().inPolicy();
      var explained = bill.chain().divide(stay, inPolicy, before);
      var amounts = bill.chain().amounts(stay, inPolicy, before);
      assertThat(amounts.shares())
          .isEqualTo(
              explained.shares().stream()
                  .collect(Collectors.toMap(Share::payer, share -> share.amount())));
      assertThat(amounts.baseIncrement()).isEqualTo(explained.baseIncrement());
      before = before.plus(amounts.shares(), amounts.baseIncrement());
    }
  }

  @Property(tries = 500)
  @Label("H7: conserved, no cap exceeded, every explanation recomputes, every zero has a reason")
  void everyYearIsSound(@ForAll("histories") List<Visit> visits) {
    var year = bill(visits.getFirst()).emptyYear();
    for (var visit : visits) {
      var settled = bill(visit).settledIn(year);
      requireSound(settled.settlement());
      year = year.with(settled.claim());
      for (var cap : HIGHEST_CAP.entrySet()) {
        assertThat(year.accumulators().paidBy(cap.getKey()))
            .isLessThanOrEqualTo(Money.of(cap.getValue()));
      }
    }
    assertThat(BenefitYear.of(year.key(), year.version(), year.claims()).accumulators())
        .isEqualTo(year.accumulators());
  }

  @Property(tries = 500)
  @Label(
      "a larger in-policy amount never makes the patient pay less nor the payers together pay less")
  void monotonous(@ForAll("histories") List<Visit> visits, @ForAll("amounts") BigDecimal more) {
    var year = bill(visits.getFirst()).emptyYear();
    for (var visit : visits) {
      var small = bill(visit).settledIn(year).settlement();
      var large = bill(with(visit, visit.inPolicy().add(more))).settledIn(year).settlement();
      assertThat(large.patient()).isGreaterThanOrEqualTo(small.patient());
      assertThat(large.total().minus(large.patient()))
          .isGreaterThanOrEqualTo(small.total().minus(small.patient()));
      year = year.with(bill(visit).settledIn(year).claim());
    }
  }

  @Property(tries = 500)
  @Label(
      "the tiers of split stays together are those of the joined base, but for half a fen a stay")
  void cumulativeTiersTelescope(@ForAll("uncappedHistories") List<Visit> visits) {
    var year = bill(visits.getFirst()).emptyYear();
    for (var visit : visits) {
      year = year.with(bill(visit).settledIn(year).claim());
    }
    long paid = year.accumulators().paidBy(Payer.CATASTROPHIC).fen();
    long base = year.accumulators().cumulativeBase().fen();
    long whole = Math.max(0, base - 1_175_000) * 65 / 100; // 11,750.00 and 65 %, in fen
    assertThat(Math.abs(paid - whole)).isLessThanOrEqualTo(visits.size() / 2 + 1);
  }

  private static void requireSound(Settlement settlement) {
    var open = settlement.inPolicy();
    for (var share : settlement.shares()) {
      var explanation = share.explanation();
      assertThat(explanation.openBefore()).isEqualTo(open);
      assertThat(recomputed(explanation)).isEqualTo(share.amount());
      assertThat(share.reason() != null).isEqualTo(share.amount().isZero());
      assertThat(explanation.parameters()).isNotEmpty();
      if (explanation.capLeftBefore() != null) {
        assertThat(explanation.capLeftAfter())
            .isEqualTo(explanation.capLeftBefore().minus(share.amount()));
      }
      open = open.minus(share.amount());
    }
    assertThat(settlement.patient())
        .isEqualTo(settlement.total().minus(settlement.inPolicy()).plus(open));
  }

  /** What an outside program makes of an explanation. */
  private static Money recomputed(Explanation of) {
    long exact =
        switch (of.rule()) {
          case "stay", "remainder" ->
              of.base().above(of.deductible()).fen() * of.ratio().basisPoints();
          case "cumulative-tier" ->
              of.slices().stream()
                  .mapToLong(
                      slice -> slice.to().minus(slice.from()).fen() * slice.ratio().basisPoints())
                  .sum();
          default -> 0;
        };
    var amount = Money.ofFen((exact + 5000) / Rate.BASIS_POINTS_PER_ONE).atMost(of.openBefore());
    return of.capLeftBefore() == null ? amount : amount.atMost(of.capLeftBefore());
  }

  private static Map<String, String> inWords(Settlement settlement) {
    var shares = new LinkedHashMap<String, String>();
    settlement
        .shares()
        .forEach(share -> shares.put(share.payer().name(), share.amount().toString()));
    shares.put("PATIENT", settlement.patient().toString());
    return shares;
  }

  private static Bills bill(Visit visit) {
    var bill =
        aBill()
            .in(visit.city())
            .as(visit.who())
            .atLevel(visit.level())
            .at(Place.valueOf(visit.place()))
            .dischargedOn(visit.day())
            .of(visit.inPolicy().setScale(2).toPlainString());
    visit
        .marks()
        .forEach(
            (mark, own) -> bill.markedWithStandard(mark, own == null ? null : own.toPlainString()));
    return visit.open() ? bill : bill.functionClosed();
  }

  private static Visit with(Visit visit, BigDecimal inPolicy) {
    return new Visit(
        visit.city(),
        visit.who(),
        visit.level(),
        visit.place(),
        visit.day(),
        visit.open(),
        visit.marks(),
        inPolicy);
  }

  @Provide
  Arbitrary<List<Visit>> histories() {
    return Combinators.combine(Arbitraries.of("441600", "330300"), Arbitraries.of(2019, 2020, 2021))
        .as(this::visits)
        .flatMap(visit -> visit.list().ofMinSize(1).ofMaxSize(6));
  }

  /** Wenzhou's hardship group, which has no cap. */
  @Provide
  Arbitrary<List<Visit>> uncappedHistories() {
    return visits("330300", 2020)
        .map(visit -> marked(visit, Map.of("DIBIAN", BigDecimal.TEN)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Visit marked(Visit visit, Map<String, BigDecimal> marks) {
    return new Visit(
        visit.city(),
        visit.who(),
        visit.level(),
        visit.place(),
        visit.day(),
        visit.open(),
        marks,
        visit.inPolicy());
  }

  private Arbitrary<Visit> visits(String city, int year) {
    int firstDay = year == 2019 ? (city.equals("441600") ? 182 : 304) : 1;
    return Combinators.combine(
            Arbitraries.of("RESIDENT", "ACTIVE", "RETIRED"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("IN_CITY", "IN_CITY", "FILED", "UNFILED"),
            Arbitraries.integers()
                .between(firstDay, 365)
                .map(day -> LocalDate.ofYearDay(year, day)),
            Arbitraries.of(true, true, false),
            marks(city),
            amounts())
        .as(
            (who, level, place, day, open, marks, inPolicy) ->
                new Visit(city, who, level, place, day, open, marks, inPolicy));
  }

  private static Arbitrary<Map<String, BigDecimal>> marks(String city) {
    var mark = Arbitraries.of(city.equals("441600") ? HEYUAN : WENZHOU);
    var own =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("100"))
            .ofScale(2)
            .injectNull(0.7);
    return Combinators.combine(mark.list().ofMaxSize(3), own.list().ofSize(3))
        .as(
            (names, standards) -> {
              Map<String, BigDecimal> marks = new TreeMap<>();
              for (int i = 0; i < names.size(); i++) {
                marks.put(names.get(i), standards.get(i));
              }
              return marks;
            });
  }

  /** Small, middling and very large bills, and those close to a deductible. */
  @Provide
  Arbitrary<BigDecimal> amounts() {
    var any = Arbitraries.longs().between(0, 60_000_000);
    var small = Arbitraries.longs().between(0, 2_000_000);
    var near =
        Combinators.combine(
                Arbitraries.of(30_000L, 50_000L, 70_000L, 80_000L, 120_000L),
                Arbitraries.longs().between(-3, 3))
            .as(Long::sum);
    return Arbitraries.oneOf(any, small, near).map(fen -> BigDecimal.valueOf(fen, 2));
  }
}
