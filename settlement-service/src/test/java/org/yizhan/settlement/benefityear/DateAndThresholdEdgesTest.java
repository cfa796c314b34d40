package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.bill.Examination;

/** Both sides of every date and threshold of the law. */
class DateAndThresholdEdgesTest {

  @DisplayName("H1, W1: a discharge before the city's chain starts is refused with that date")
  @ParameterizedTest
  @CsvSource({
    "441600, RESIDENT, 2019-06-30, 2019-07-01",
    "441600, ACTIVE,   2019-06-30, 2019-07-01",
    "330300, RESIDENT, 2019-10-30, 2019-10-31",
    "330300, RETIRED,  2019-10-30, 2019-10-31",
  })
  void theChainStartsOnItsDay(String city, String who, String dayBefore, String start) {
    var early = aBill().in(city).as(who).of("1000.00").dischargedOn(dayBefore);
    var examined = new Adjudication(Bills.LAWS).examine(early.command(), early.facts());
    assertThat(examined)
        .isInstanceOfSatisfying(
            Examination.Inadmissible.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("discharge-before-chain-start");
              assertThat(refused.problem().detail()).contains(start, dayBefore);
            });
    assertThat(aBill().in(city).as(who).of("1000.00").dischargedOn(start).settled().shares())
        .isNotEmpty();
  }

  @DisplayName("H2, H19: when poverty insurance and assistance take part in an off-site stay")
  @ParameterizedTest(name = "{0} {1} {2} open {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          441600 | FILED   | 2019-09-30 | true  | 0.00    | this payer takes part in off-site stays only for discharges from 2019-10-01 on (H2)
          441600 | FILED   | 2019-10-01 | true  | 4128.00 |
          441600 | FILED   | 2019-10-01 | false | 0.00    | the off-site function of the city is not open (H19)
          441600 | UNFILED | 2019-09-30 | true  | 0.00    | off-site stay without a filing valid on the admission date (H2)
          441600 | UNFILED | 2019-10-01 | true  | 0.00    | off-site stay without a filing valid on the admission date (H2)
          441600 | IN_CITY | 2019-07-01 | false | 3164.00 |
          330300 | FILED   | 2019-10-31 | false | 4400.00 |
          330300 | UNFILED | 2019-10-31 | true  | 0.00    | off-site stay without a filing valid on the admission date (by analogy with H2; nothing published was found)
          """)
  void offSiteGate(
      String city, Place place, String day, boolean open, String amount, String reason) {
    var bill = aBill().in(city).marked("DIBAO").at(place).dischargedOn(day).of("10000.00");
    var share = share(Payer.ASSISTANCE, (open ? bill : bill.functionClosed()).settled());
    assertThat(share.amount()).hasToString(amount);
    assertThat(share.reason()).isEqualTo(reason);
    assertThat(share.explanation().rule()).isEqualTo(reason == null ? "remainder" : "none");
  }

  @Test
  @DisplayName("H2: basic, catastrophic and supplementary insurance still pay an unfiled stay")
  void theOthersPayUnfiledStays() {
    var settlement =
        aBill()
            .as("ACTIVE")
            .marked("DIBAO")
            .at(Place.UNFILED)
            .dischargedOn("2019-11-15")
            .of("100000.00")
            .settled();
    assertThat(WorkedExamplesTest.sharesOf(settlement))
        .isEqualTo(
            "BASIC=64220.00 CATASTROPHIC=20510.00 SUPPLEMENTARY=7135.00 POVERTY=0.00"
                + " ASSISTANCE=0.00");
  }

  @DisplayName("the employees' catastrophic terms change with 2021, the residents' do not")
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACTIVE   | DIBAO | 2020-12-31 | 5280.00  | 8806.00
          ACTIVE   | DIBAO | 2021-01-01 | 3157.80  | 11026.65
          ACTIVE   | TEKUN | 2020-12-31 | 3520.00  | 11472.00
          ACTIVE   | TEKUN | 2021-01-01 | 2105.20  | 12603.84
          ACTIVE   | -     | 2020-12-31 | 17600.00 | 130.00
          ACTIVE   | -     | 2021-01-01 | 10526.00 | 4400.40
          RESIDENT | DIBAO | 2021-01-01 | 5280.00  | 18182.50
          """)
  void catastrophicTermsOfEmployees(
      String who, String mark, String day, String deductible, String amount) {
    var bill = aBill().as(who).of("90000.00").dischargedOn(day);
    var share = share(Payer.CATASTROPHIC, (mark.equals("-") ? bill : bill.marked(mark)).settled());
    assertThat(share.explanation().deductible()).hasToString(deductible);
    assertThat(share.amount()).hasToString(amount);
  }

  @DisplayName("H4, W1: the basic deductible, both sides of it, at each level")
  @ParameterizedTest(name = "{0} {1} level {2}: {4} -> {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          441600 | RESIDENT | 1 | IN_CITY | 300.00  | 0.00
          441600 | RESIDENT | 1 | IN_CITY | 300.01  | 0.01
          441600 | RESIDENT | 2 | IN_CITY | 500.00  | 0.00
          441600 | RESIDENT | 2 | IN_CITY | 500.01  | 0.01
          441600 | RESIDENT | 3 | IN_CITY | 699.99  | 0.00
          441600 | RESIDENT | 3 | IN_CITY | 700.02  | 0.01
          441600 | RESIDENT | 3 | FILED   | 1200.00 | 0.00
          441600 | RESIDENT | 1 | FILED   | 1200.01 | 0.01
          441600 | RESIDENT | 2 | UNFILED | 1200.01 | 0.00
          441600 | RESIDENT | 2 | UNFILED | 1200.02 | 0.01
          441600 | ACTIVE   | 2 | UNFILED | 1300.00 | 70.00
          441600 | RETIRED  | 2 | FILED   | 1300.00 | 83.00
          330300 | RESIDENT | 3 | IN_CITY | 800.00  | 0.00
          330300 | RESIDENT | 3 | IN_CITY | 800.01  | 0.01
          330300 | RETIRED  | 2 | IN_CITY | 700.00  | 90.00
          330300 | ACTIVE   | 3 | FILED   | 1100.00 | 75.00
          """)
  void basicDeductible(
      String city, String who, int level, Place place, String inPolicy, String amount) {
    var settlement = aBill().in(city).as(who).atLevel(level).at(place).of(inPolicy).settled();
    assertThat(share(Payer.BASIC, settlement).amount()).hasToString(amount);
  }

  @DisplayName(
      "catastrophic deductible, tier bounds and the bound of the base: the base after basic"
          + " decides")
  @ParameterizedTest(name = "{0} {1} base {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # of a year whose basic cap is used up, so that the base is the whole in-policy amount
          # less the deductible of 700 (Heyuan)
          441600 | -     | 17600.00  | 0.00      | -
          441600 | -     | 17600.02  | 0.01      | -
          441600 | -     | 50000.00  | 16200.00  | -
          441600 | -     | 50000.10  | 16200.06  | -
          441600 | -     | 100000.00 | 43700.00  | -
          441600 | -     | 100000.10 | 43700.07  | -
          441600 | -     | 263538.46 | 150000.00 | -
          441600 | -     | 263538.47 | 150000.00 | cap
          441600 | DIBAO | 5280.00   | 0.00      | -
          441600 | DIBAO | 5280.01   | 0.01      | -
          441600 | TEKUN | 3520.00   | 0.00      | -
          441600 | TEKUN | 3520.01   | 0.01      | -
          330300 | -     | 23500.00  | 0.00      | -
          330300 | -     | 23500.01  | 0.01      | -
          330300 | -     | 352500.00 | 197400.00 | -
          330300 | -     | 352600.00 | 197400.00 | -
          330300 | DIBIAN | 11750.00 | 0.00      | -
          330300 | DIBIAN | 352600.00 | 221552.50 | -
          """)
  void catastrophicThresholds(
      String city, String mark, String base, String amount, String limitedBy) {
    var fills = aBill().in(city).as("RESIDENT").of("0.00");
    var year = yearWithBasicUsedUp(fills);
    var bill = aBill().in(city).of(plusDeductible(city, base));
    var share =
        share(
            Payer.CATASTROPHIC,
            (mark == null ? bill : bill.marked(mark)).settledIn(year).settlement());
    assertThat(share.explanation().base()).hasToString(base);
    assertThat(share.amount()).hasToString(amount);
    assertThat(share.explanation().limitedBy()).isEqualTo(limitedBy);
  }

  private static String plusDeductible(String city, String base) {
    var deductible = Money.of(city.equals("441600") ? "700.00" : "0.00");
    return Money.of(base).plus(deductible).toString();
  }

  /** A year in which basic insurance has paid its cap and the cumulative base is still zero. */
  private static BenefitYear yearWithBasicUsedUp(Bills any) {
    var claim = any.settledIn(any.emptyYear()).claim();
    var paid = Map.of(Payer.BASIC, Money.of("400000.00"));
    var usedUp =
        new Claim(
            claim.command(),
            claim.circumstances(),
            paid,
            Money.ZERO,
            "",
            Bills.NOON,
            Map.of(),
            null);
    return any.emptyYear().with(usedUp);
  }

  @Test
  @DisplayName(
      "a share of 0.00 gives its reason: cap used up, nothing open, below the deductible, no mark,"
          + " no increase")
  void everyZeroHasAReason() {
    var year = yearWithBasicUsedUp(aBill().of("0.00"));
    var capUsedUp = aBill().of("10000.00").settledIn(year).settlement();
    assertThat(share(Payer.BASIC, capUsedUp).reason()).isEqualTo("the yearly cap is used up");
    assertThat(share(Payer.BASIC, capUsedUp).explanation().limitedBy()).isEqualTo("cap");
    assertThat(share(Payer.BASIC, capUsedUp).explanation().capLeftBefore()).hasToString("0.00");
    var small = aBill().of("650.00").settled();
    assertThat(share(Payer.BASIC, small).reason())
        .isEqualTo("the in-policy amount does not exceed the deductible of 700.00");
    assertThat(share(Payer.CATASTROPHIC, small).reason())
        .isEqualTo("the stay adds nothing to the cumulative base of the year");
    assertThat(share(Payer.ASSISTANCE, small).reason())
        .isEqualTo("no mark of this payer's categories counts on the discharge date (H1, H4)");
    var middling = aBill().of("10000.00").settled();
    assertThat(share(Payer.CATASTROPHIC, middling).reason())
        .isEqualTo("the cumulative base of the year does not exceed the deductible of 17600.00");
    var nothingOpen = aBill().in("330300").marked("TEKUN", "RED_ARMY").of("9000.00").settled();
    assertThat(share(Payer.SPECIAL_CARE, nothingOpen).reason()).isEqualTo("nothing is left open");
    assertThat(share(Payer.BASIC, aBill().settled()).reason())
        .isEqualTo("the bill has no in-policy amount");
    assertThat(small.shares())
        .allSatisfy(share -> assertThat(share.amount().isZero()).isEqualTo(share.reason() != null));
  }

  @Test
  @DisplayName(
      "W: above the bound of the base the general group gets nothing more, with the reason")
  void aboveTheBoundOfTheBase() {
    var first = aBill().in("330300").of("700000.00");
    var settled = first.settledIn(first.emptyYear());
    var year = first.emptyYear().with(settled.claim());
    var again = aBill().in("330300").of("700000.00").settledIn(year).settlement();
    assertThat(share(Payer.CATASTROPHIC, again).reason())
        .isEqualTo("the cumulative base lies above the bound of the last tier");
  }

  @Test
  @DisplayName("H7: the assistance cap is used to the last fen and not beyond; H6: 特困 has none")
  void theAssistanceCap() {
    var first = aBill().marked("LOW_INCOME_MINOR").of("500000.00");
    var capped = first.settledIn(first.emptyYear());
    var share = share(Payer.ASSISTANCE, capped.settlement());
    assertThat(share.amount()).hasToString("80000.00");
    assertThat(share.explanation().limitedBy()).isEqualTo("cap");
    assertThat(share.explanation().capLeftAfter()).hasToString("0.00");
    var year = first.emptyYear().with(capped.claim());
    var more =
        share(
            Payer.ASSISTANCE,
            aBill().marked("LOW_INCOME_MINOR").of("9000.00").settledIn(year).settlement());
    assertThat(more.reason()).isEqualTo("the yearly cap is used up");
    var tekun =
        share(Payer.ASSISTANCE, aBill().marked("TEKUN").of("9000.00").settledIn(year).settlement());
    assertThat(tekun.amount()).hasToString("1530.00"); // 9,000 less 90 % of 8,300
    assertThat(tekun.explanation().capLeftBefore()).isNull();
  }

  @Test
  @DisplayName("what is left of a cap is never below zero, though an uncapped mark once paid more")
  void paidMoreUnderAnUncappedMark() {
    var tekun = aBill().marked("TEKUN").of("900000.00");
    var year = tekun.emptyYear().with(tekun.settledIn(tekun.emptyYear()).claim());
    assertThat(year.accumulators().paidBy(Payer.ASSISTANCE).compareTo(Money.of("80000.00")))
        .isPositive();
    var dibao =
        share(Payer.ASSISTANCE, aBill().marked("DIBAO").of("9000.00").settledIn(year).settlement());
    assertThat(dibao.explanation().capLeftBefore()).hasToString("0.00");
    assertThat(dibao.reason()).isEqualTo("the yearly cap is used up");
  }

  @Test
  @DisplayName("H4: supplementary insurance pays half above 1,000 a stay, up to 50,000 a year")
  void supplementary() {
    var none = aBill().as("ACTIVE").of("4700.00").settled(); // 1,500.00 open
    assertThat(share(Payer.SUPPLEMENTARY, none).amount()).hasToString("250.00");
    var below = aBill().as("ACTIVE").of("2200.00").settled(); // 1,000.00 open
    assertThat(share(Payer.SUPPLEMENTARY, below).reason())
        .isEqualTo("what is left open does not exceed the deductible of 1000.00");
    var large = aBill().as("ACTIVE").of("600000.00").settled();
    assertThat(share(Payer.SUPPLEMENTARY, large).amount()).hasToString("50000.00");
  }

  @Test
  @DisplayName("H5, H20: poverty insurance names its insurer and stops at 10,000 a year")
  void poverty() {
    var share = share(Payer.POVERTY, aBill().marked("REGISTERED_POOR").of("400000.00").settled());
    assertThat(share.insurer()).isEqualTo("中国人寿河源分公司");
    assertThat(share.amount()).hasToString("10000.00");
    assertThat(share.categoryCounty()).isEqualTo("441602");
  }

  static Share share(Payer payer, Settlement settlement) {
    return settlement.shares().stream()
        .filter(share -> share.payer() == payer)
        .findFirst()
        .orElseThrow();
  }
}
