package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.ledger.fund.AFund.HEYUAN;
import static org.yizhan.ledger.fund.AFund.HOSPITAL;
import static org.yizhan.ledger.fund.AFund.WENZHOU;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.LedgerEvent.HospitalPaid;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.JournalEntry;

@DisplayName("Money comes into a fund, moves and goes out")
class MoneyOfAFundTest {

  @DisplayName("H16: each fund has sources of its own")
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "ASSISTANCE, BUDGET, 4101",
    "ASSISTANCE, LOTTERY, 4601",
    "ASSISTANCE, DONATION, 4602",
    "ASSISTANCE, INTEREST, 4201",
    "BASIC, BUDGET, 4101",
    "BASIC, PREMIUM, 4001[purpose=assistance]",
    "CATASTROPHIC, BUDGET, 4101",
    "SUPPLEMENTARY, INTEREST, 4201",
    "POVERTY, INTEREST, 4201",
    "SPECIAL_CARE, INTEREST, 4201",
  })
  void sources(Payer fund, Source source, String account) {
    var one = AFund.of(HEYUAN, fund, "2019-03-01").income(source, "100.00").isDone();
    assertThat(one.balances()).containsOnly(entry("1003", 100_00), entry(account, -100_00));
    assertThat(one.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.fund()).isEqualTo(fund))
        .satisfies(entry -> assertThat(entry.bookedOn()).isEqualTo("2019-03-01"));
  }

  private static java.util.Map.Entry<String, Long> entry(String account, long fen) {
    return java.util.Map.entry(account, fen);
  }

  @DisplayName("H16: money of another fund's kind is refused")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "ASSISTANCE, PREMIUM",
    "BASIC, LOTTERY",
    "BASIC, COUNTY",
    "CATASTROPHIC, DONATION",
    "POVERTY, BUDGET",
    "SPECIAL_CARE, LOTTERY",
  })
  void foreignSources(Payer fund, Source source) {
    var one = AFund.of(HEYUAN, fund, "2019-03-01").income(source, "100.00");
    assertThat(one.refusal().code()).isEqualTo("not-of-this-fund");
    assertThat(one.refusal().errors().getFirst().value()).isEqualTo(source.name());
    assertThat(one.balances()).isEmpty();
  }

  @Test
  @DisplayName("H17: county, city, expenditure account, hospital")
  void cityPooling() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01")
            .paidUp("441621", "900.00")
            .isDone()
            .transfer("600.00")
            .isDone()
            .pay(
                Purpose.IN_CITY,
                new Part("441621", Money.of("200.01")),
                new Part("441602", Money.of("99.99")))
            .isDone();
    var spending = "5001[county=%s,hospital=H44160200001,purpose=in-city] <- 1004 %s";
    assertThat(one.postings(Book.CASH))
        .containsExactly(
            "1003 <- 4302[county=441621] 900.00",
            "1004 <- 1003 600.00",
            spending.formatted("441621", "200.01"),
            spending.formatted("441602", "99.99"));
    assertThat(one.postings(Book.MEMO))
        .containsExactly(
            "2901[hospital=H44160200001] <- 1901[county=441621] 200.01",
            "2901[hospital=H44160200001] <- 1901[county=441602] 99.99");
    assertThat(one.entries().getFirst().postings().getFirst().debit())
        .as("in the books every cash account carries the city")
        .hasToString("1003[city=441600]");
    assertThat(one.said(HospitalPaid.class))
        .singleElement()
        .extracting(HospitalPaid::amount, HospitalPaid::hospitalCode)
        .containsExactly(Money.of("300.00"), "H44160200001");
  }

  @Test
  @DisplayName("H17: only a county of the city pays up")
  void unknownCounty() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01").paidUp("330302", "1.00");
    assertThat(one.refusal().errors().getFirst().rule()).contains("441602");
    assertThat(one.paidUp(null, "1.00").refusal().code()).isEqualTo("not-of-this-fund");
  }

  @Test
  @DisplayName("H17: what is not covered is refused and names what is missing")
  void overdrawn() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01").income(Source.BUDGET, "100.00");
    one.transfer("100.01");
    assertThat(one.refusal().status()).isEqualTo(422);
    assertThat(one.refusal().detail()).isEqualTo("Account 1003 lacks 0.01 of 100.01.");
    one.transfer("60.00").isDone().pay(Purpose.IN_CITY, "441602", "60.01");
    assertThat(one.refusal().errors().getFirst().rule()).isEqualTo("must be covered; missing 0.01");
    one.pay(Purpose.IN_CITY, "441602", "60.00").isDone();
    assertThat(one.said(PaymentRefused.class))
        .extracting(PaymentRefused::account, PaymentRefused::missing)
        .containsExactly(tuple("1003", "0.01"), tuple("1004", "0.01"));
    assertThat(one.fen("1004")).isZero();
  }

  @Test
  @DisplayName("H17: nobody is paid for the patients of another city's county")
  void foreignCounties() {
    var one = AFund.of(HEYUAN, Payer.BASIC, "2019-03-01").income(Source.BUDGET, "100.00");
    one.transfer("60.00").isDone().pay(Purpose.IN_CITY, "330302", "10.00");
    assertThat(one.refusal().errors().getFirst().field()).isEqualTo("parts.county");
  }

  private static org.assertj.core.groups.Tuple tuple(String account, String missing) {
    return org.assertj.core.api.Assertions.tuple(account, Money.of(missing));
  }

  @Test
  @DisplayName("H17: prepaid money pays first, then what was moved to the expenditure account")
  void orderOfAccounts() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01")
            .income(Source.BUDGET, "500.00")
            .granted(PrepaymentKind.IN_CITY, "100.00")
            .transfer("100.00")
            .pay(Purpose.IN_CITY, "441602", "150.00")
            .isDone();
    assertThat(one.fen("1004[purpose=prepayment]")).isZero();
    assertThat(one.fen("1004")).isEqualTo(50_00);
    one.pay(Purpose.IN_CITY, "441602", "50.01");
    assertThat(one.refusal().detail()).startsWith("Account 1004 lacks 0.01");
  }

  @DisplayName("nothing is not moved")
  @ParameterizedTest
  @CsvSource({"ASSISTANCE", "POVERTY", "SPECIAL_CARE"})
  void nothing(Payer fund) {
    var one = AFund.of(HEYUAN, fund, "2019-03-01");
    assertThat(one.income(Source.INTEREST, "0.00").refusal().code()).isEqualTo("nothing-to-move");
    assertThat(one.advance("441602", "0.00").refusal().code()).isEqualTo("nothing-to-move");
    assertThat(one.transfer("0.00").refusal().code()).isEqualTo("nothing-to-move");
    assertThat(one.pay(Purpose.IN_CITY, "441602", "0.00").refusal().code())
        .isEqualTo("nothing-to-move");
    assertThat(one.refund("441602", "0.00").refusal().code()).isEqualTo("nothing-to-move");
  }

  @Test
  @DisplayName("H21: what a hospital gives back goes where it was paid from, and is owed again")
  void refund() {
    var one =
        AFund.of(HEYUAN, Payer.CATASTROPHIC, "2019-03-01")
            .income(Source.BUDGET, "100.00")
            .transfer("100.00")
            .pay(Purpose.IN_CITY, "441602", "80.00");
    var paid = idsOf(one);
    one.forget().refund("441602", "30.00").isDone();
    assertThat(one.postings(Book.CASH))
        .containsExactly("1004 <- 5101[county=441602,hospital=H44160200001,purpose=in-city] 30.00");
    assertThat(one.postings(Book.MEMO))
        .containsExactly("1901[county=441602] <- 2901[hospital=H44160200001] 30.00");
    assertThat(one.entries())
        .as("each names the entry of its book that it corrects")
        .allMatch(entry -> entry.cause().equals(one.lastPayment()))
        .extracting(entry -> entry.correction().entryId())
        .containsExactlyElementsOf(paid);
  }

  private static List<UUID> idsOf(AFund one) {
    return one.entries().stream()
        .filter(entry -> entry.reason().equals("hospital-paid"))
        .map(JournalEntry::id)
        .toList();
  }

  @Test
  @DisplayName("H21: no more comes back than was paid, of each part and in all")
  void noMoreThanWasPaid() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01")
            .income(Source.BUDGET, "100.00")
            .pay(
                Purpose.OFF_SITE_IN_PROVINCE,
                new Part("441602", Money.of("50.00")),
                new Part("441621", Money.of("10.00")))
            .isDone();
    assertThat(one.refund("441602", "50.01").refusal().errors())
        .containsExactly(
            new FieldError("parts.amount", "50.01", "must be at most 50.00 for 441602"));
    one.refund("441602", "30.00").isDone();
    var paid = one.lastPayment();
    var twice = new Part("441602", Money.of("10.01"));
    assertThat(one.refund(paid, twice, twice).refusal().errors().getFirst().rule())
        .isEqualTo("must be at most 20.00 for 441602");
    assertThat(one.refund("441625", "1.00").refusal().code()).isEqualTo("above-what-was-paid");
    one.refund(paid, new Part("441602", Money.of("20.00")), new Part("441621", Money.of("10.00")));
    assertThat(one.isDone().fen("1003")).as("all is back where it came from").isEqualTo(100_00);
    assertThat(one.refund("441621", "0.01").refusal().code()).isEqualTo("above-what-was-paid");
    assertThat(
            one.fen("5001[county=441602,hospital=" + HOSPITAL + ",purpose=off-site-in-province]"))
        .isZero();
  }

  @Test
  @DisplayName("H21: what was no payment to a hospital cannot come back from one")
  void whatWasNoPayment() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01").income(Source.BUDGET, "100.00");
    var unknown = new UUID(0, 404);
    assertThat(one.refund(unknown, new Part("441602", Money.of("1.00"))).refusal().errors())
        .containsExactly(
            new FieldError(
                "paymentId",
                unknown.toString(),
                "must be the commandId of a payment of this fund to a hospital"));
    one.payManually("5.00").isDone();
    for (var entry : List.copyOf(one.entries())) {
      assertThat(one.refund(entry.cause(), new Part("441602", Money.of("1.00"))).refusal().code())
          .as("%s of %s", entry.reason(), entry.cause())
          .isEqualTo("unknown-payment");
    }
  }

  @Test
  @DisplayName("H20: where no insurer keeps an imprest, none can be filled up")
  void noImprest() {
    var one = AFund.of(WENZHOU, Payer.POVERTY, "2019-11-01");
    assertThat(one.advance(null, "1.00").refusal().code()).isEqualTo("not-of-this-fund");
  }
}
