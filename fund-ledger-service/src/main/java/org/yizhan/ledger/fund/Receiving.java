package org.yizhan.ledger.fund;

import static org.yizhan.ledger.fund.Accounts.EXPENDITURE;
import static org.yizhan.ledger.fund.Accounts.FISCAL;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.law.FundLaw;

/** Money that comes in, and the way from the fiscal to the expenditure account (H16, H17). */
final class Receiving {

  private final FundLaw law;
  private final Paying paying;
  private final Prepaying prepaying;
  private final Refilling refilling;

  Receiving(FundLaw law, Paying paying, Prepaying prepaying, Refilling refilling) {
    this.law = law;
    this.paying = paying;
    this.prepaying = prepaying;
    this.refilling = refilling;
  }

  /** H16: each fund has its own sources; whatever comes in first pays what is held. */
  Optional<Problem> income(FundAtWork work, ReceiveIncome command) {
    if (command.amount().isZero()) {
      return Optional.of(Refusals.nothing(command.amount()));
    }
    var sources = sourcesOf(work.fund);
    if (!sources.contains(command.source())) {
      return Optional.of(
          Refusals.notOfThisFund(
              work.fund, "source", command.source(), "must be one of " + sources));
    }
    var account = Accounts.income(command.source());
    if (command.source() == Source.COUNTY) {
      var county = command.county();
      if (county == null || !law.counties(work.city).contains(county)) {
        return Optional.of(unknownRegion(work, "county", county));
      }
      account = account.with(Dimension.COUNTY, county);
    }
    work.book.move(FISCAL, account, command.amount());
    work.post("income-received");
    paying.payHeld(work);
    return Optional.empty();
  }

  /** H10: the county has spent less; what comes in pays what is held. */
  Optional<Problem> returned(FundAtWork work, ReceiveReturn command) {
    work.book.move(FISCAL, Accounts.manual(work.fund, command.county()), command.amount());
    work.post(
        DerivedId.of("recovery-entry", command.asked().commandId()),
        command.settlementId(),
        "recovery-returned",
        new Correction(command.caseId(), null));
    paying.payHeld(work);
    return Optional.empty();
  }

  private Problem unknownRegion(FundAtWork work, String field, @Nullable String value) {
    return Refusals.notOfThisFund(
        work.fund, field, String.valueOf(value), "must be one of " + law.counties(work.city));
  }

  private static Set<Source> sourcesOf(Payer fund) {
    return switch (fund) {
      case ASSISTANCE ->
          EnumSet.of(
              Source.BUDGET, Source.LOTTERY, Source.DONATION, Source.COUNTY, Source.INTEREST);
      case BASIC -> EnumSet.of(Source.BUDGET, Source.PREMIUM, Source.INTEREST);
      case CATASTROPHIC, SUPPLEMENTARY -> EnumSet.of(Source.BUDGET, Source.INTEREST);
      case POVERTY, SPECIAL_CARE -> EnumSet.of(Source.INTEREST);
    };
  }

  /** H20, W5, W6: what stays its sender's until it is spent. */
  Optional<Problem> advance(FundAtWork work, ReceiveAdvance command) {
    if (command.amount().isZero()) {
      return Optional.of(Refusals.nothing(command.amount()));
    }
    return switch (work.fund) {
      case POVERTY -> refilling.receive(work, command.amount());
      case SPECIAL_CARE -> ofDistrict(work, command);
      case BASIC, CATASTROPHIC, SUPPLEMENTARY, ASSISTANCE ->
          Optional.of(
              Refusals.notOfThisFund(
                  work.fund, "advance", command.amount(), "only insurer and districts advance"));
    };
  }

  private Optional<Problem> ofDistrict(FundAtWork work, ReceiveAdvance command) {
    var district = command.district();
    if (district == null || !law.counties(work.city).contains(district)) {
      return Optional.of(unknownRegion(work, "district", district));
    }
    work.book.move(EXPENDITURE, Accounts.ofDistrict(district), command.amount());
    work.flowed(PrepaymentKind.SPECIAL_CARE, district, command.amount().fen(), 0);
    prepaying.arrived(work, district, command.amount());
    return Optional.empty();
  }

  /** H17: the city's fiscal special account pays the agency's expenditure account. */
  Optional<Problem> toExpenditure(FundAtWork work, MoveToExpenditure command) {
    if (command.amount().isZero()) {
      return Optional.of(Refusals.nothing(command.amount()));
    }
    if (work.fund == Payer.POVERTY || work.fund == Payer.SPECIAL_CARE) {
      return Optional.of(
          Refusals.notOfThisFund(
              work.fund, "transfer", command.amount(), "must be a fund with a fiscal account"));
    }
    Money held = work.book.held(FISCAL);
    if (held.compareTo(command.amount()) < 0) {
      return Optional.of(
          Paying.overdrawn(work, "move-to-expenditure.v1", FISCAL, command.amount(), held));
    }
    work.book.move(EXPENDITURE, FISCAL, command.amount());
    if (work.fund == Payer.ASSISTANCE) {
      work.flowed(PrepaymentKind.IN_CITY, work.city, command.amount().fen(), 0);
    }
    return Optional.empty();
  }
}
