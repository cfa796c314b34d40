package org.yizhan.contracts;

import static org.yizhan.contracts.SampleSettlements.AT;
import static org.yizhan.contracts.SampleSettlements.COMMAND;
import static org.yizhan.contracts.SampleSettlements.ID;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.DistrictStatement;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.LedgerEvent.DistrictsStated;
import org.yizhan.contracts.ledger.LedgerEvent.HospitalPaid;
import org.yizhan.contracts.ledger.LedgerEvent.ImprestDemanded;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.contracts.ledger.LedgerEvent.PrepaymentChanged;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.contracts.ledger.LedgerEvent.WarningChanged;
import org.yizhan.contracts.ledger.Prepayment;

/** What a fund is asked and what it says, for the approved events. */
final class SampleFundEvents {

  private static final Money AMOUNT = Money.of("1250.00");
  private static final LocalDate DAY = LocalDate.parse("2020-01-02");
  private static final YearMonth MONTH = YearMonth.parse("2019-12");

  private SampleFundEvents() {}

  static Stream<Object> all() {
    return Stream.concat(commands(), facts());
  }

  private static Asked asked(Payer fund) {
    return new Asked(COMMAND, "441600", fund, "finance-3", AT);
  }

  private static Stream<Object> commands() {
    var parts = List.of(new Part("441602", AMOUNT));
    return Stream.of(
        new ReceiveIncome(asked(Payer.ASSISTANCE), Source.COUNTY, "441602", AMOUNT, "bank-1"),
        new ReceiveAdvance(asked(Payer.SPECIAL_CARE), "330302", AMOUNT, "bank-2"),
        new MoveToExpenditure(asked(Payer.ASSISTANCE), AMOUNT, "order-1"),
        new MovePrepayment(
            asked(Payer.ASSISTANCE),
            PrepaymentKind.IN_CITY,
            null,
            2020,
            PrepaymentStep.SUBMIT,
            AMOUNT,
            "more hospitals than last year"),
        new PayHospital(
            asked(Payer.ASSISTANCE), "H44160200001", MONTH, Purpose.IN_CITY, parts, "order-2"),
        new ReceiveRefund(asked(Payer.ASSISTANCE), ID, parts, "bank-3"),
        new PayManually(asked(Payer.ASSISTANCE), ID, COMMAND, "441602", AMOUNT),
        new ReceiveReturn(asked(Payer.ASSISTANCE), ID, COMMAND, "441602", AMOUNT),
        new MoveOffSiteFunction(asked(Payer.ASSISTANCE), FunctionStep.APPLY, "application 2020-1"),
        new BeginDay(asked(Payer.ASSISTANCE), DAY));
  }

  private static Stream<Object> facts() {
    return Stream.of(
        new HospitalPaid(
            COMMAND,
            "441600",
            Payer.ASSISTANCE,
            "H44160200001",
            MONTH,
            Purpose.IN_CITY,
            AMOUNT,
            DAY,
            "order-2"),
        new PaymentRefused(
            COMMAND,
            "441600",
            Payer.ASSISTANCE,
            "pay-hospital.v1",
            "1004",
            AMOUNT,
            Money.of("50.00"),
            DAY),
        new PrepaymentChanged(
            new Prepayment(
                "441600",
                Payer.ASSISTANCE,
                PrepaymentKind.IN_CITY,
                null,
                2020,
                Prepayment.State.SUBMITTED,
                Money.of("6000.00"),
                Rate.of("0.25"),
                Money.of("250.00"),
                AMOUNT,
                Money.ZERO,
                DAY,
                LocalDate.parse("2020-01-31"),
                "clerk-7",
                null,
                null,
                null)),
        new ImprestDemanded(
            new ImprestDemand(
                "441600",
                Payer.POVERTY,
                "insurer",
                MONTH,
                ImprestDemand.State.OPEN,
                Money.of("250000.00"),
                Money.of("248750.00"),
                DAY,
                LocalDate.parse("2020-01-15"),
                null,
                null)),
        new WarningChanged(
            new FundWarning(
                ID,
                "330300",
                Payer.SPECIAL_CARE,
                PrepaymentKind.SPECIAL_CARE,
                FundWarning.Cause.RUNWAY,
                FundWarning.State.OPEN,
                "bureau",
                AMOUNT,
                Money.of("50.00"),
                Money.of("650.00"),
                DAY,
                LocalDate.parse("2020-02-01"),
                List.of(),
                List.of(new FundWarning.Part("330302", Money.of("50.00"))),
                null)),
        new RunwayForecast(
            "441600",
            Payer.ASSISTANCE,
            PrepaymentKind.IN_CITY,
            MONTH,
            AMOUNT,
            Money.of("625.00"),
            LocalDate.parse("2020-03-01")),
        new DistrictsStated(
            "330300",
            Payer.SPECIAL_CARE,
            MONTH,
            List.of(
                new DistrictStatement(
                    "330302", AMOUNT, Money.of("650.00"), Money.of("600.00"), Money.ZERO))));
  }
}
