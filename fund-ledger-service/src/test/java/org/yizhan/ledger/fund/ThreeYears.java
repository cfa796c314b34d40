package org.yizhan.ledger.fund;

import static org.yizhan.contracts.fund.PrepaymentKind.IN_CITY;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_CROSS_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_IN_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.SPECIAL_CARE;
import static org.yizhan.ledger.fund.AFund.HEYUAN;
import static org.yizhan.ledger.fund.AFund.HOSPITAL;
import static org.yizhan.ledger.fund.AFund.WENZHOU;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.FundWarning;

/**
 * 2019 to 2021 in Heyuan and Wenzhou, day by day, as bureaus, insurer, districts and agency might
 * have lived them. Amounts are made up, seeded and in whole fen; the days are those of the notices.
 */
final class ThreeYears {

  private static final List<String> DISTRICTS = List.of("330302", "330303", "330304", "330371");

  /** Per cent of a usual month: many stays in winter, few around the Spring Festival. */
  private static final int[] SEASON = {120, 70, 100, 95, 90, 90, 95, 100, 100, 95, 110, 125};

  private final Random random = new Random(2019);
  private final Map<String, AFund> funds = new TreeMap<>();
  private final WalkReport report = new WalkReport();
  private final List<PayPremium> premiums = new ArrayList<>();
  private long premiumsAsked;
  private LocalDate day = LocalDate.of(2018, 12, 31);

  ThreeYears() {
    for (var city : AFund.LAW.cities()) {
      for (var fund : Payer.values()) {
        funds.put(FundCommand.keyOf(city, fund), AFund.of(city, fund, day.toString()));
      }
    }
  }

  WalkReport report() {
    return report;
  }

  Map<String, AFund> funds() {
    return funds;
  }

  void walk() {
    var days = new DaysOfFunds(AFund.LAW);
    while (day.isBefore(LocalDate.of(2022, 1, 1))) {
      day = day.plusDays(1);
      for (var begin : days.of(day)) {
        var fund = funds.get(DecidingFunds.keyOf(begin));
        report.add(day, fund.state(), fund.begin(begin));
      }
      if (day.getYear() < 2022) {
        live();
      }
    }
  }

  private void live() {
    income();
    prepayments();
    theProvince();
    transfers();
    theInsurer();
    theDistricts();
    hospitals();
    outsideOneStop();
  }

  private AFund heyuan(Payer fund) {
    return funds.get(FundCommand.keyOf(HEYUAN, fund));
  }

  private AFund wenzhou() {
    return funds.get(FundCommand.keyOf(WENZHOU, Payer.SPECIAL_CARE));
  }

  private void ask(FundCommand command) {
    var fund = funds.get(DecidingFunds.keyOf(command));
    var decision = fund.decide(command);
    report.add(day, fund.state(), decision);
    for (var fact : decision.facts()) {
      if (fact instanceof Fact.Asks(var next)) {
        ask(next);
      }
    }
  }

  private boolean is(int month, int dayOfMonth) {
    return day.getMonthValue() == month && day.getDayOfMonth() == dayOfMonth;
  }

  private boolean is(String date) {
    return day.equals(LocalDate.parse(date));
  }

  /** H16, H17: budget in January and July, counties each quarter, the rest once a year. */
  private void income() {
    if (is(1, 3) || is(7, 3)) {
      var first = is(1, 3) ? "900000.00" : "200000.00";
      var budget = day.getYear() == 2019 ? first : "850000.00";
      receive(Payer.ASSISTANCE, Source.BUDGET, null, budget);
      receive(Payer.BASIC, Source.BUDGET, null, "9000000.00");
      receive(Payer.CATASTROPHIC, Source.BUDGET, null, "1500000.00");
    }
    if (day.getDayOfMonth() == 10 && day.getMonthValue() % 3 == 1) {
      receive(Payer.ASSISTANCE, Source.COUNTY, "441602", "60000.00");
      receive(Payer.ASSISTANCE, Source.COUNTY, "441621", "45000.50");
    }
    if (is(6, 15)) {
      receive(Payer.ASSISTANCE, Source.LOTTERY, null, "300000.00");
    }
    if (is(9, 5)) {
      receive(Payer.ASSISTANCE, Source.DONATION, null, "8888.88");
    }
    if (is(12, 20)) {
      receive(Payer.ASSISTANCE, Source.INTEREST, null, "1234.56");
      receive(Payer.POVERTY, Source.INTEREST, null, "77.01");
    }
  }

  private void receive(Payer fund, Source source, @Nullable String county, String amount) {
    var asked = heyuan(fund).asked("finance");
    ask(new ReceiveIncome(asked, source, county, Money.of(amount), "receipt"));
  }

  /** H18, H19: submitted on the fifth, decided on the eighth, funded on the fifteenth. */
  private void prepayments() {
    if (day.getMonthValue() == 1) {
      prepay(IN_CITY, "700000.00");
    }
    if (day.getMonthValue() == 2) {
      prepay(OFF_SITE_IN_PROVINCE, "90000.00");
      prepay(OFF_SITE_CROSS_PROVINCE, "40000.00");
    }
    if (is("2020-01-09")) {
      step(
          IN_CITY, null, PrepaymentStep.SUBMIT, "li", "480000.00", "half a year's cost is no year");
    }
    if (is("2020-01-13")) {
      step(IN_CITY, null, PrepaymentStep.APPROVE, "li", null, null);
      step(IN_CITY, null, PrepaymentStep.APPROVE, "wang", null, null);
    }
  }

  private void prepay(PrepaymentKind kind, String first) {
    switch (day.getDayOfMonth()) {
      case 5 -> {
        boolean own = day.getYear() == 2019;
        step(
            kind, null, PrepaymentStep.SUBMIT, "li", own ? first : null, own ? "first year" : null);
      }
      case 8 -> {
        boolean back = kind == IN_CITY && day.getYear() == 2020;
        var step = back ? PrepaymentStep.RETURN : PrepaymentStep.APPROVE;
        step(kind, null, step, "wang", null, back ? "2019 had two quarters only" : null);
      }
      case 15 -> step(kind, null, PrepaymentStep.FUND, "li", null, null);
      default -> {}
    }
  }

  private void step(
      PrepaymentKind kind,
      @Nullable String region,
      PrepaymentStep step,
      String by,
      @Nullable String amount,
      @Nullable String reason) {
    var fund = kind == SPECIAL_CARE ? wenzhou() : heyuan(Payer.ASSISTANCE);
    var money = amount == null ? null : Money.of(amount);
    ask(new MovePrepayment(fund.asked(by), kind, region, day.getYear(), step, money, reason));
  }

  /** H19: opened in September 2019, closed and opened again in March 2020. */
  private void theProvince() {
    function("2019-02-20", FunctionStep.CONFIRM_RECEIPT, "province receipt 1");
    function("2019-09-16", FunctionStep.APPLY, "application 1");
    function("2019-09-25", FunctionStep.OPEN, "province 2019/77");
    function("2020-02-20", FunctionStep.CONFIRM_RECEIPT, "province receipt 2");
    function("2020-03-02", FunctionStep.CLOSE, "platform is moved");
    function("2020-03-10", FunctionStep.OPEN, "without an application");
    function("2020-03-16", FunctionStep.APPLY, "application 2");
    function("2020-03-20", FunctionStep.OPEN, "province 2020/12");
    function("2021-02-22", FunctionStep.CONFIRM_RECEIPT, "province receipt 3");
  }

  private void function(String date, FunctionStep step, String reason) {
    if (is(date)) {
      var year = Integer.valueOf(date.substring(0, 4)); // asked for with a receipt only
      ask(new MoveOffSiteFunction(heyuan(Payer.ASSISTANCE).asked("province"), step, year, reason));
    }
  }

  /**
   * H17: on the fifth, but in May 2020; a warning of the in-city balance is answered in 12 days.
   */
  private void transfers() {
    boolean forgotten = YearMonth.from(day).equals(YearMonth.of(2020, 5));
    if (day.getDayOfMonth() == 5) {
      transfer(Payer.BASIC, "1100000.00");
      transfer(Payer.CATASTROPHIC, "180000.00");
      if (!forgotten && day.getYear() * 100 + day.getMonthValue() >= 201908) {
        transfer(Payer.ASSISTANCE, day.getYear() == 2019 ? "60000.00" : "125000.00");
      }
    }
    var assistance = heyuan(Payer.ASSISTANCE);
    for (var warning : open(assistance, FundWarning.Cause.RUNWAY)) {
      boolean inCity = warning.kind() == IN_CITY;
      if (inCity && !forgotten && warning.raisedOn().plusDays(12).equals(day)) {
        transfer(Payer.ASSISTANCE, warning.missing().plus(Money.of("50000.00")).toString());
      }
    }
  }

  private void transfer(Payer fund, String amount) {
    ask(new MoveToExpenditure(heyuan(fund).asked("agency"), Money.of(amount), "transfer"));
  }

  private static List<FundWarning> open(AFund fund, FundWarning.Cause cause) {
    return fund.warnings(cause).stream()
        .filter(warning -> warning.state() != FundWarning.State.CLOSED)
        .toList();
  }

  /** H20, H22: the deposit, then refills on the eleventh; that of April 2020 comes in late May. */
  private void theInsurer() {
    var poverty = heyuan(Payer.POVERTY);
    boolean late = YearMonth.from(day).equals(YearMonth.of(2020, 5));
    if (is("2019-01-04")) {
      advance(poverty, null, "250000.00");
    } else if (day.getDayOfMonth() == (late ? 25 : 11)) {
      var lacking = Money.of("250000.00").above(Money.ofFen(poverty.fen("1004")));
      if (is("2020-11-11")) {
        advance(poverty, null, lacking.plus(Money.of("0.01")).toString());
      }
      if (!lacking.isZero()) {
        advance(poverty, null, lacking.toString());
      }
    }
  }

  private void advance(AFund fund, @Nullable String district, String amount) {
    ask(new ReceiveAdvance(fund.asked("bank"), district, Money.of(amount), "bank slip"));
  }

  /** W5, W6: one district is late in 2019; the top-up of autumn 2020 comes too late. */
  private void theDistricts() {
    for (int i = 0; i < DISTRICTS.size(); i++) {
      var district = DISTRICTS.get(i);
      if (is("2019-10-08") || is("2020-01-08")) {
        var amount = (day.getYear() == 2019 ? 30_000 : 90_000) - 5_000 * i + ".00";
        step(SPECIAL_CARE, district, PrepaymentStep.SUBMIT, "chen", amount, "no whole year yet");
      }
      if (is("2021-01-08")) {
        step(SPECIAL_CARE, district, PrepaymentStep.SUBMIT, "chen", null, null);
      }
      if (is("2019-10-11") || is(1, 12) && day.getYear() > 2019) {
        step(SPECIAL_CARE, district, PrepaymentStep.APPROVE, "zhou", null, null);
      }
      boolean late = day.getYear() == 2019 && i == 3;
      if (is(late ? "2019-11-04" : "2019-10-22") || is(1, 20) && day.getYear() > 2019) {
        advance(wenzhou(), district, prepaymentOf(district).toString());
      }
    }
    if (is("2021-02-25")) {
      DISTRICTS.forEach(
          one ->
              advance(wenzhou(), one, wenzhou().prepayment(SPECIAL_CARE, one).open().toString()));
    }
    topUp();
  }

  private Money prepaymentOf(String district) {
    var one = wenzhou().prepayment(SPECIAL_CARE, district);
    // In 2021 two thirds are paid up at first.
    return day.getYear() == 2021 ? Money.ofFen(one.open().fen() * 2 / 3) : one.open();
  }

  private void topUp() {
    for (var warning : open(wenzhou(), FundWarning.Cause.RUNWAY)) {
      boolean late = YearMonth.from(warning.raisedOn()).equals(YearMonth.of(2020, 9));
      if (warning.raisedOn().plusDays(late ? 36 : 11).equals(day)) {
        for (var part : warning.parts()) {
          advance(wenzhou(), part.district(), part.amount().plus(part.amount()).toString());
        }
      }
    }
  }

  /** H21, H22, W7: what a month's advances come to is paid in the next one. */
  private void hospitals() {
    if (day.isBefore(LocalDate.of(2019, 8, 1))) {
      return;
    }
    if (day.getDayOfMonth() == 9) {
      pay(heyuan(Payer.POVERTY), Purpose.IN_CITY, List.of("441602", "441621"), 30_000);
    }
    if (day.getDayOfMonth() == 12) {
      pay(heyuan(Payer.ASSISTANCE), Purpose.IN_CITY, List.of("441602", "441621"), 85_000);
      pay(heyuan(Payer.BASIC), Purpose.IN_CITY, List.of("441602", "441624"), 500_000);
      pay(heyuan(Payer.CATASTROPHIC), Purpose.IN_CITY, List.of("441625"), 150_000);
    }
    if (day.getDayOfMonth() == 18 && !day.isBefore(LocalDate.of(2019, 11, 1))) {
      pay(heyuan(Payer.ASSISTANCE), Purpose.OFF_SITE_IN_PROVINCE, List.of("441622"), 12_000);
      pay(heyuan(Payer.ASSISTANCE), Purpose.OFF_SITE_CROSS_PROVINCE, List.of("441623"), 4_000);
    }
    if (day.getDayOfMonth() == 15 && !day.isBefore(LocalDate.of(2019, 12, 1))) {
      pay(wenzhou(), Purpose.IN_CITY, DISTRICTS, 9_000);
    }
  }

  private void pay(AFund fund, Purpose purpose, List<String> counties, int usualYuan) {
    var month = YearMonth.from(day).minusMonths(1);
    var parts =
        counties.stream().map(county -> new Part(county, seasonal(month, usualYuan))).toList();
    var hospital = fund == wenzhou() ? "H33030200001" : HOSPITAL;
    ask(new PayHospital(fund.asked("agency"), hospital, month, purpose, parts, "payment"));
  }

  private Money seasonal(YearMonth month, int usualYuan) {
    long usual = (long) usualYuan * SEASON[month.getMonthValue() - 1];
    return Money.ofFen(usual + random.nextInt(usualYuan * 10));
  }

  /** H10, H15: in June 2020 the fiscal account is short for two weeks. */
  private void outsideOneStop() {
    if (day.getDayOfMonth() == 22 && day.getMonthValue() % 4 == 2) {
      premium();
    }
    if (is("2019-10-14")) {
      payManually("2345.60");
    }
    if (is("2020-06-01")) {
      var held = Money.ofFen(heyuan(Payer.ASSISTANCE).fen("1003"));
      payManually(held.plus(Money.of("1000.00")).toString());
      payManually("50.00");
      transfer(Payer.ASSISTANCE, held.toString());
      premium();
    }
    if (is("2020-06-10") || is("2020-06-16")) {
      ask(premiums.getLast());
    }
    if (is("2020-06-17")) {
      receive(Payer.ASSISTANCE, Source.BUDGET, null, "250000.00");
    }
  }

  private void payManually(String amount) {
    var asked = heyuan(Payer.ASSISTANCE).asked("settlement");
    var id = asked.commandId().getLeastSignificantBits();
    ask(new PayManually(asked, new UUID(10, id), new UUID(11, id), "441602", Money.of(amount)));
  }

  private void premium() {
    var pay =
        new PayPremium(
            new UUID(15, ++premiumsAsked),
            "P0123456789ABCDEF",
            HEYUAN,
            "441602",
            day.getYear(),
            Money.of("220.00"),
            "DIBAO",
            "CIVIL_AFFAIRS",
            day,
            day.withDayOfMonth(day.lengthOfMonth()));
    premiums.add(pay);
    ask(pay);
  }
}
