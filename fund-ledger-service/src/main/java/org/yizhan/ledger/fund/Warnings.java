package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.FundWarning.Cause;
import org.yizhan.contracts.ledger.FundWarning.State;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.Prepayment;

/** Warnings are raised once, and closed when what they are about is mended. */
final class Warnings {

  private Warnings() {}

  static UUID prepaymentId(Prepayment late) {
    var whose = Objects.requireNonNullElse(late.region(), late.city());
    return DerivedId.of("prepayment-overdue", late.fund(), late.kind(), whose, late.year());
  }

  static UUID demandId(ImprestDemand late) {
    return DerivedId.of("imprest-overdue", late.city(), late.fund(), late.month());
  }

  /** What should have been there by a day is escalated at once: the day was its clock. */
  static void overdue(FundAtWork work, Prepayment late, String bureau, LocalDate day) {
    raise(
        work,
        new FundWarning(
            prepaymentId(late),
            work.city,
            work.fund,
            late.kind(),
            Cause.PREPAYMENT_OVERDUE,
            State.ESCALATED,
            bureau,
            late.funded(),
            late.open(),
            null,
            day,
            late.dueOn(),
            List.of(),
            late.region() == null
                ? List.of()
                : List.of(new FundWarning.Part(late.region(), late.open())),
            null));
  }

  static void overdue(FundAtWork work, ImprestDemand late, LocalDate dueOn, LocalDate day) {
    raise(
        work,
        new FundWarning(
            demandId(late),
            work.city,
            work.fund,
            null,
            Cause.IMPREST_OVERDUE,
            State.ESCALATED,
            late.insurer(),
            late.balance(),
            late.open(),
            null,
            day,
            dueOn,
            List.of(),
            List.of(),
            null));
  }

  private static void raise(FundAtWork work, FundWarning warning) {
    var raised =
        work.warnings.stream().anyMatch(one -> one.warningId().equals(warning.warningId()));
    if (!raised) {
      work.keep(warning);
    }
  }

  static void close(FundAtWork work, UUID warningId) {
    work.warnings.stream()
        .filter(one -> one.warningId().equals(warningId) && one.state() != State.CLOSED)
        .findFirst()
        .ifPresent(one -> work.keep(closed(one, work.on)));
  }

  static FundWarning closed(FundWarning warning, LocalDate day) {
    return with(warning, State.CLOSED, warning.remindedOn(), day);
  }

  static FundWarning with(
      FundWarning warning, State state, List<LocalDate> reminded, @Nullable LocalDate closedOn) {
    return new FundWarning(
        warning.warningId(),
        warning.city(),
        warning.fund(),
        warning.kind(),
        warning.cause(),
        state,
        warning.bureau(),
        warning.balance(),
        warning.missing(),
        warning.meanMonthlySpending(),
        warning.raisedOn(),
        warning.dueOn(),
        reminded,
        warning.parts(),
        closedOn);
  }

  static Money moneyOf(long fen) {
    return Money.ofFen(Math.max(0, fen));
  }
}
