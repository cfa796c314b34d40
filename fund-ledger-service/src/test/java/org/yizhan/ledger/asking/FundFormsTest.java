package org.yizhan.ledger.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.asking.FundForms.Form;
import org.yizhan.ledger.asking.FundForms.To;

class FundFormsTest {

  private static final To TO =
      new To(
          new UUID(1, 2),
          "441600",
          Payer.ASSISTANCE,
          OffsetDateTime.parse("2020-01-02T09:00:00+08:00"));

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      nullValues = "absent",
      textBlock =
          """
          income,     source,       absent,                must be one of BUDGET
          income,     source,       PREMIUM,               must be one of BUDGET
          income,     county,       4416,                  six digits
          income,     amount,       100,                   exactly two places
          income,     amount,       -1.00,                 must not be negative
          income,     amount,       20000000000.00,        at most
          income,     amount,       absent,                is required
          income,     reference,    absent,                is required
          income,     reference,    441600198001010019,    must not contain a citizen ID
          income,     by,           absent,                is required
          income,     by,           a b,                   1 to 64 letters
          income,     by,           441600198001010019,    must not contain a citizen ID
          advances,   district,     鹿城,                   six digits
          transfers,  amount,       1.5,                   exactly two places
          payments,   hospitalCode, 44160200001,           must be H
          payments,   month,        2020-13,               must be a month
          payments,   purpose,      ELSEWHERE,             must be one of IN_CITY
          payments,   parts,        none,                  must be 1 to 100 objects
          refunds,    paymentId,    order-2,               must be the commandId of the payment
          refunds,    paymentId,    absent,                is required
          refunds,    parts,        none,                  must be 1 to 100 objects
          submission, amount,       1,                     exactly two places
          submission, region,       x,                     six digits
          submission, reason,       441600198001010019,    must not contain a citizen ID
          """)
  @DisplayName("H16 to H18, W5: every wrong member is named with its value and its rule")
  void whatIsWrongIsNamed(String form, String field, String value, String rule) {
    var members = new HashMap<>(sound());
    members.put(field, value == null ? new Member.Absent() : new Member.Text(value));
    var read = form(form).read(TO, new Member.Group(members));
    assertThat(read).isInstanceOf(Reading.Malformed.class);
    var errors = ((Reading.Malformed<FundCommand>) read).errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().field()).isEqualTo(field);
    assertThat(errors.getFirst().rule()).contains(rule);
    assertThat(String.valueOf(errors.getFirst().value())).doesNotContain("198001010019");
  }

  private static Form form(String name) {
    return name.equals("submission")
        ? FundForms.prepayment(PrepaymentKind.IN_CITY, 2020, PrepaymentStep.SUBMIT)
        : FundForms.MOVES.get(name);
  }

  private static Map<String, Member> sound() {
    return Map.of(
        "source", new Member.Text("BUDGET"),
        "amount", new Member.Text("100.00"),
        "reference", new Member.Text("bank 1"),
        "by", new Member.Text("finance.li"),
        "hospitalCode", new Member.Text("H44160200001"),
        "month", new Member.Text("2019-12"),
        "paymentId", new Member.Text("a3bb189e-8bf9-3888-9912-ace4e6543002"),
        "purpose", new Member.Text("IN_CITY"),
        "parts", new Member.Items(List.of(part("441602", "60.00"), part("441625", "40.00"))),
        "somethingElse", new Member.Other("true"));
  }

  private static Member part(String county, String amount) {
    return new Member.Group(
        Map.of("county", new Member.Text(county), "amount", new Member.Text(amount)));
  }

  @Test
  @DisplayName("H21: a payment is read part by part, and unknown members are ignored")
  void aPaymentIsRead() {
    var read = FundForms.MOVES.get("payments").read(TO, new Member.Group(sound()));
    assertThat(read).isInstanceOf(Reading.Read.class);
    var pay = (PayHospital) ((Reading.Read<FundCommand>) read).value();
    assertThat(pay.asked().by()).isEqualTo("finance.li");
    assertThat(pay.asked().commandId()).isEqualTo(TO.commandId());
    assertThat(pay.hospitalCode()).isEqualTo("H44160200001");
    assertThat(pay.month()).isEqualTo(YearMonth.of(2019, 12));
    assertThat(pay.purpose()).isEqualTo(Purpose.IN_CITY);
    assertThat(pay.parts())
        .containsExactly(
            new Part("441602", Money.of("60.00")), new Part("441625", Money.of("40.00")));
  }

  @Test
  @DisplayName("H17: a county is needed where a county pays up, and only there")
  void aCountyPaysUp() {
    var members = new HashMap<>(sound());
    members.put("source", new Member.Text("COUNTY"));
    var without = FundForms.MOVES.get("income").read(TO, new Member.Group(members));
    assertThat(((Reading.Malformed<FundCommand>) without).errors().getFirst().field())
        .isEqualTo("county");
    members.put("county", new Member.Text("441602"));
    var with = FundForms.MOVES.get("income").read(TO, new Member.Group(members));
    assertThat(((Reading.Read<FundCommand>) with).value())
        .isInstanceOfSatisfying(
            ReceiveIncome.class,
            income -> {
              assertThat(income.source()).isEqualTo(Source.COUNTY);
              assertThat(income.county()).isEqualTo("441602");
            });
  }

  @Test
  @DisplayName("H21: each wrong part is named by its place")
  void everyWrongPartIsNamed() {
    var members = new HashMap<>(sound());
    members.put(
        "parts",
        new Member.Items(
            List.of(part("4416", "1.00"), part("441602", "x"), new Member.Text("441602"))));
    var read = FundForms.MOVES.get("payments").read(TO, new Member.Group(members));
    assertThat(((Reading.Malformed<FundCommand>) read).errors())
        .extracting(error -> error.field())
        .containsExactly("parts[0].county", "parts[1].amount", "parts[2]");
  }
}
