package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.settlement.Overpayment;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.testing.ASettlement;

class ManualMoneyTest {

  private static final UUID FIRST = new UUID(0, 11);
  private static final UUID SECOND = new UUID(0, 12);
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-12-02T09:00:00+08:00");

  private static ClaimsReimbursed reimbursed(Revision... revisions) {
    return new ClaimsReimbursed(
        new UUID(0, 3),
        new UUID(0, 4),
        Cause.LATE_KNOWLEDGE,
        "mark came late",
        "clerk-7",
        "clerk-9",
        AT,
        AT,
        List.of(revisions));
  }

  private static Revision revision(ASettlement before, ASettlement after) {
    return new Revision(before.standing(), after.standing());
  }

  private static Stream<String> askedBy(ClaimsReimbursed event) {
    return ManualMoney.askedBy(event).stream().map(ManualMoneyTest::text);
  }

  private static String text(FundCommand command) {
    return switch (command) {
      case PayManually pay -> "pay " + pay.asked().fund() + " " + pay.county() + " " + pay.amount();
      case ReceiveReturn back ->
          "back " + back.asked().fund() + " " + back.county() + " " + back.amount();
      default -> throw new AssertionError(command);
    };
  }

  private static List<String> due(ClaimsReimbursed event) {
    return Overpayment.of(event).stream()
        .filter(one -> !one.due().isZero())
        .map(one -> one.payer() + " " + one.due())
        .toList();
  }

  @Test
  @DisplayName("H10: each fund is asked for what it should have borne more, and for nothing else")
  void asksEachFund() {
    var event =
        reimbursed(
            revision(
                aSettlement(FIRST)
                    .share(Payer.CATASTROPHIC, "10.00")
                    .share(Payer.ASSISTANCE, "0.00"),
                aSettlement(FIRST)
                    .share(Payer.CATASTROPHIC, "30.00", "441625", null)
                    .share(Payer.ASSISTANCE, "50.00", "441625", null)));
    assertThat(askedBy(event))
        .containsExactly("pay CATASTROPHIC 441625 20.00", "pay ASSISTANCE 441625 50.00");
    assertThat(ManualMoney.askedBy(event)).isEqualTo(ManualMoney.askedBy(event));
    assertThat(due(event)).isEmpty();
  }

  @Test
  @DisplayName("H10: what the cap leaves of a later settlement is set off within the fund")
  void setsOffWithinTheFund() {
    var event =
        reimbursed(
            revision(
                aSettlement(FIRST).share(Payer.ASSISTANCE, "0.00"),
                aSettlement(FIRST).share(Payer.ASSISTANCE, "50.00")),
            revision(
                aSettlement(SECOND).share(Payer.ASSISTANCE, "40.00"),
                aSettlement(SECOND).share(Payer.ASSISTANCE, "10.00")));
    assertThat(askedBy(event))
        .containsExactly("back ASSISTANCE 441602 30.00", "pay ASSISTANCE 441602 50.00");
    assertThat(due(event)).isEmpty();
  }

  @Test
  @DisplayName("H6: whoever is owed nothing is neither paid nor asked: fund settles with fund")
  void setsOffBetweenFunds() {
    var event =
        reimbursed(
            revision(
                aSettlement(FIRST).share(Payer.BASIC, "100.00").share(Payer.ASSISTANCE, "90.00"),
                aSettlement(FIRST).share(Payer.BASIC, "130.00").share(Payer.ASSISTANCE, "60.00")));
    assertThat(askedBy(event))
        .containsExactly("back ASSISTANCE 441602 30.00", "pay BASIC 441602 30.00");
    assertThat(due(event)).isEmpty();
  }

  @Test
  @DisplayName("H10: only what is not covered by the same case is due from the person")
  void theRestIsDue() {
    var event =
        reimbursed(
            revision(
                aSettlement(FIRST).share(Payer.BASIC, "100.00").share(Payer.ASSISTANCE, "90.00"),
                aSettlement(FIRST).share(Payer.BASIC, "110.00").share(Payer.ASSISTANCE, "60.00")));
    assertThat(askedBy(event))
        .containsExactly("back ASSISTANCE 441602 10.00", "pay BASIC 441602 10.00");
    assertThat(due(event)).containsExactly("ASSISTANCE 20.00");
  }

  @Test
  @DisplayName("W3: insurer and district bureau settle their part themselves")
  void districtsAndInsurersSettleThemselves() {
    var event =
        reimbursed(
            revision(
                aSettlement(FIRST)
                    .share(Payer.POVERTY, "0.00")
                    .share(Payer.ASSISTANCE, "5.00")
                    .share(Payer.SPECIAL_CARE, "9.00"),
                aSettlement(FIRST)
                    .share(Payer.POVERTY, "7.00")
                    .share(Payer.ASSISTANCE, "1.00")
                    .share(Payer.SPECIAL_CARE, "2.00")));
    assertThat(askedBy(event)).isEmpty();
    assertThat(due(event)).containsExactly("ASSISTANCE 4.00", "SPECIAL_CARE 7.00");
  }

  private static List<String> returned(Payer payer) {
    var event =
        new RecoveryReturned(
            new UUID(0, 5),
            new UUID(0, 3),
            new UUID(0, 6),
            "P1",
            "441600",
            payer,
            Money.of("50.00"),
            LocalDate.parse("2026-11-30"),
            "slip-1",
            "clerk-5",
            AT,
            List.of(
                new Portion(FIRST, "441602", Money.of("30.00")),
                new Portion(SECOND, "441625", Money.of("20.00"))));
    return ManualMoney.askedBy(event).stream().map(ManualMoneyTest::text).toList();
  }

  @Test
  @DisplayName("H10: what a person returned comes to the fund, county by county")
  void whatComesBack() {
    assertThat(returned(Payer.ASSISTANCE))
        .containsExactly("back ASSISTANCE 441602 30.00", "back ASSISTANCE 441625 20.00");
    assertThat(returned(Payer.POVERTY)).isEmpty();
    assertThat(returned(Payer.SPECIAL_CARE)).isEmpty();
  }
}
