package org.yizhan.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.contracts.fund.PrepaymentKind.IN_CITY;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_CROSS_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_IN_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.SPECIAL_CARE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.fund.PrepaymentKind;

class FundLawTest {

  private static final String HEYUAN = "441600";
  private static final String WENZHOU = "330300";
  private static final FundLaw LAW = FundLaw.load(FundLaw.SHIPPED, Optional.empty());

  @TempDir Path overlay;

  @Test
  @DisplayName("H18: a quarter of last year's cost, in January, less what is left")
  void heyuansPrepayment() {
    assertThat(LAW.prepayment(HEYUAN, IN_CITY, day("2018-12-31"))).isEmpty();
    for (var day : List.of("2019-01-01", "2026-12-31")) {
      assertThat(LAW.prepayment(HEYUAN, IN_CITY, day(day)))
          .contains(
              new PrepaymentRule(
                  IN_CITY,
                  Payer.ASSISTANCE,
                  Month.JANUARY,
                  Rate.of("0.25"),
                  true,
                  1,
                  null,
                  new TreeSet<>(List.of(HEYUAN))));
    }
  }

  @ParameterizedTest(name = "H19: {0} in February, at a share that is only assumed")
  @EnumSource(names = {"OFF_SITE_IN_PROVINCE", "OFF_SITE_CROSS_PROVINCE"})
  void heyuansOffSiteParts(PrepaymentKind kind) {
    assertThat(LAW.prepayment(HEYUAN, kind, day("2018-12-31"))).isEmpty();
    assertThat(LAW.prepayment(HEYUAN, kind, day("2019-01-01")))
        .contains(
            new PrepaymentRule(
                kind,
                Payer.ASSISTANCE,
                Month.FEBRUARY,
                Rate.of("0.25"),
                true,
                1,
                null,
                new TreeSet<>(List.of(HEYUAN))));
    assertThat(LAW.illustrative())
        .contains(
            "441600/funds/prepayment/off-site-in-province/share",
            "441600/funds/prepayment/off-site-cross-province/share")
        .doesNotContain("441600/funds/prepayment/in-city/share");
  }

  @Test
  @DisplayName("W5: the districts prepay what last year cost, first of all by 2019-10-30")
  void wenzhousPrepayment() {
    var rule =
        new PrepaymentRule(
            SPECIAL_CARE,
            Payer.SPECIAL_CARE,
            Month.JANUARY,
            Rate.of("1"),
            false,
            1,
            day("2019-10-30"),
            new TreeSet<>(List.of("330302", "330303", "330304", "330371")));
    assertThat(LAW.prepayment(WENZHOU, SPECIAL_CARE, day("2019-09-30"))).isEmpty();
    assertThat(LAW.prepayment(WENZHOU, SPECIAL_CARE, day("2019-10-01"))).contains(rule);
    assertThat(LAW.prepayment(WENZHOU, SPECIAL_CARE, day("2026-01-01"))).contains(rule);
    assertThat(rule.regions()).allMatch(LAW.counties(WENZHOU)::contains);
  }

  @Test
  @DisplayName("H20, H22: the insurer keeps 250,000.00, refilled in ten working days")
  void theImprest() {
    assertThat(LAW.imprest(HEYUAN, day("2018-12-31"))).isEmpty();
    assertThat(LAW.imprest(HEYUAN, day("2019-01-01")))
        .contains(new ImprestRule(Payer.POVERTY, "中国人寿河源分公司", Money.of("250000.00"), 10, 10));
    assertThat(LAW.imprest(WENZHOU, day("2026-01-01"))).isEmpty();
  }

  @Test
  @DisplayName("W6: below two months of spending; 30 days")
  void theRunways() {
    var districts = new RunwayRule(2, 12, 30, List.of(15, 25), "温州市退役军人事务局");
    assertThat(LAW.runway(WENZHOU, SPECIAL_CARE, day("2019-10-30"))).isEmpty();
    assertThat(LAW.runway(WENZHOU, SPECIAL_CARE, day("2019-10-31"))).contains(districts);
    var finance = new RunwayRule(2, 12, 30, List.of(15, 25), "河源市财政局");
    for (var kind : List.of(IN_CITY, OFF_SITE_IN_PROVINCE, OFF_SITE_CROSS_PROVINCE)) {
      assertThat(LAW.runway(HEYUAN, kind, day("2019-01-01"))).contains(finance);
      assertThat(LAW.runway(HEYUAN, kind, day("2018-12-31"))).isEmpty();
    }
    assertThat(LAW.illustrative())
        .contains(
            "441600/funds/runway/in-city/months", "330300/funds/runway/special-care/mean-over")
        .doesNotContain("330300/funds/runway/special-care/months");
  }

  @Test
  void noCityHasTheOthersRules() {
    var day = day("2026-01-01");
    assertThat(LAW.cities()).containsExactly(WENZHOU, HEYUAN);
    assertThat(LAW.prepayment(WENZHOU, IN_CITY, day)).isEmpty();
    assertThat(LAW.prepayment(HEYUAN, SPECIAL_CARE, day)).isEmpty();
    assertThat(LAW.runway(WENZHOU, IN_CITY, day)).isEmpty();
    assertThat(LAW.runway(HEYUAN, SPECIAL_CARE, day)).isEmpty();
    assertThat(LAW.prepayment("440100", IN_CITY, day)).isEmpty();
    assertThat(LAW.imprest("440100", day)).isEmpty();
    assertThat(LAW.counties("440100")).isEmpty();
  }

  @Test
  @DisplayName("H17: the counties that pay into the city's account, by name")
  void countiesHaveNames() {
    assertThat(LAW.counties(HEYUAN))
        .containsExactly("441602", "441621", "441622", "441623", "441624", "441625", "441671");
    assertThat(LAW.counties(WENZHOU))
        .containsExactly("330302", "330303", "330304", "330305", "330371");
    assertThat(LAW.regionName("441621")).isEqualTo("紫金县");
    assertThat(LAW.regionName("330302")).isEqualTo("鹿城区");
    assertThat(LAW.regionName(HEYUAN)).isEqualTo("河源市");
    assertThatThrownBy(() -> LAW.regionName("440100")).hasMessageContaining("440100");
    assertThat(LAW.illustrative()).contains("441600/funds/counties/pseudo-coded/441671");
  }

  @Test
  void theIndexListsEveryFile() throws IOException {
    var directory = Path.of("src/main/resources", FundLaw.SHIPPED);
    try (Stream<Path> files = Files.walk(directory)) {
      var found =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> directory.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(Files.readAllLines(directory.resolve("index"))).isEqualTo(found);
    }
  }

  @Test
  void everyIllustrativeValueIsReviewedInTime() {
    var review = day("2027-03-31");
    assertThat(LAW.parameters().pastReview(review).values()).containsOnly(List.of());
    var late = LAW.parameters().pastReview(review.plusDays(1));
    assertThat(late.get(HEYUAN)).hasSizeGreaterThan(10);
    assertThat(late.values().stream().mapToLong(List::size).sum())
        .isEqualTo(LAW.illustrative().size());
  }

  @Test
  void anOverlayReplacesACityByDatedValues() throws IOException {
    write(shipped().replace("value: 250000", "value: 300000"));
    assertThat(overlaid().imprest(HEYUAN, day("2026-01-01")).orElseThrow().full())
        .isEqualTo(Money.of("300000.00"));
    var later =
        "value: 0.25\n          status: seed\n          reference: \"H18\"\n"
            + "        - { from: 2027-01-01, value: 0.30, status: published, reference: r }";
    write(
        shipped()
            .replace("value: 0.25\n          status: seed\n          reference: \"H18\"", later));
    var law = overlaid();
    assertThat(law.prepayment(HEYUAN, IN_CITY, day("2026-12-31")).orElseThrow().share())
        .isEqualTo(Rate.of("0.25"));
    assertThat(law.prepayment(HEYUAN, IN_CITY, day("2027-01-01")).orElseThrow().share())
        .isEqualTo(Rate.of("0.30"));
    assertThat(
            law.prepayment(HEYUAN, OFF_SITE_IN_PROVINCE, day("2027-01-01")).orElseThrow().share())
        .isEqualTo(Rate.of("0.25"));
    assertThat(law.prepayment(WENZHOU, SPECIAL_CARE, day("2027-01-01"))).isPresent();
  }

  @DisplayName("a file that breaks a rule stops the start; file, key and rule are named")
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value: 250000    | value: 0          | funds/imprest, 2019-01-01: an imprest has an amount
          value: 250000    | value: much       | imprest/full, 2019-01-01: must be an amount in yuan
          unit: payer      | unit: text        | 441600/funds/prepayment/in-city/fund: the unit must be payer, was text
          value: POVERTY   | value: INSURER    | imprest/fund, 2019-01-01: must be one of [BASIC
          asked-by-day:    | asked-by:         | 441600/funds/imprest/asked-by-day: must have a value from 2019-01-01
          value: 0.25      | value: 0          | the share of a prepayment must be above zero
          value: [15, 25]  | value: [15, 30]   | reminders [15, 30] must lie between the warning and day 30
          value: [15, 25]  | value: [25, 15]   | numbers must rise
          imprest:         | imprests:         | 441600/funds/imprests/fund: no rule reads this parameter
          in-city:         | in-town:          | in-town/fund: no rule reads this parameter
          city:            | town:             | 441600/funds/city: must have one value, has 0
          value: 2         | value: 13         | must be a month from 1 to 12, was 13
          reviewBy: 2027-03-31 | reviewBy: soon | must be a day such as
          """)
  void aBadFile(String good, String bad, String rule) throws IOException {
    assertThat(shipped()).contains(good);
    write(shipped().replace(good, bad));
    assertThatThrownBy(this::overlaid)
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining("441600/funds.yaml, ")
        .hasMessageContaining(rule);
  }

  private FundLaw overlaid() {
    return FundLaw.load(FundLaw.SHIPPED, Optional.of(overlay));
  }

  private static String shipped() {
    return String.valueOf(LAW.parameters().files().get("441600/funds.yaml"));
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(overlay.resolve(HEYUAN));
    Files.writeString(overlay.resolve("441600/funds.yaml"), yaml);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
