package org.yizhan.ledger.fund;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.contracts.ledger.Prepayment.State;

/**
 * H19: off-site one-stop settlement is opened for the city once the province has confirmed the
 * prepayment and the city has applied; it may be closed again, and opened again on application.
 */
final class OffSite {

  private static final List<PrepaymentKind> PARTS =
      List.of(PrepaymentKind.OFF_SITE_IN_PROVINCE, PrepaymentKind.OFF_SITE_CROSS_PROVINCE);

  /** Both parts have to be paid up; a function that is open stays so. */
  void funded(FundAtWork work, Prepayment whole) {
    int year = whole.year();
    if (!PARTS.contains(whole.kind())
        || !PARTS.stream().allMatch(part -> isPaidUp(work, part, year))) {
      return;
    }
    var now = work.function;
    var next =
        now.state() == OffSiteFunction.State.CLOSED ? OffSiteFunction.State.PAID_UP : now.state();
    work.function =
        new OffSiteFunction(next, year, now.confirmed(), now.reason(), now.application());
  }

  private static boolean isPaidUp(FundAtWork work, PrepaymentKind part, int year) {
    return work.prepayment(part, null, year)
        .filter(one -> one.state() == State.FUNDED || one.state() == State.IN_USE)
        .isPresent();
  }

  Optional<Problem> move(FundAtWork work, MoveOffSiteFunction command) {
    if (work.fund != Payer.ASSISTANCE) {
      return Optional.of(
          Refusals.notOfThisFund(work.fund, "step", command.step(), "must be of ASSISTANCE"));
    }
    var now = work.function;
    return switch (command.step()) {
      case CONFIRM_RECEIPT -> confirm(work, command, now);
      case APPLY ->
          now.state() == OffSiteFunction.State.RECEIPT_CONFIRMED || mayReopen(now)
              ? apply(work, now, command.reason())
              : refused(now, "only once the province has confirmed the receipt");
      case OPEN ->
          now.state() == OffSiteFunction.State.APPLIED_FOR
              ? change(work, OffSiteFunction.State.OPEN, "OPEN", command)
              : refused(now, "only once it is applied for");
      case REFUSE ->
          now.state() == OffSiteFunction.State.APPLIED_FOR
              ? go(work, OffSiteFunction.State.RECEIPT_CONFIRMED, now.confirmed(), command.reason())
              : refused(now, "only once it is applied for");
      case CLOSE ->
          now.state() == OffSiteFunction.State.OPEN
              ? change(work, OffSiteFunction.State.CLOSED, "CLOSED", command)
              : refused(now, "only while it is open");
    };
  }

  private static Optional<Problem> confirm(
      FundAtWork work, MoveOffSiteFunction command, OffSiteFunction now) {
    var paidUp = now.paidUp();
    if (paidUp == null || paidUp.equals(now.confirmed()) || !paidUp.equals(command.year())) {
      return refused(now, "only the year that is paid up and not confirmed yet");
    }
    var next =
        now.state() == OffSiteFunction.State.PAID_UP
            ? OffSiteFunction.State.RECEIPT_CONFIRMED
            : now.state();
    return go(work, next, paidUp, command.reason());
  }

  /** Closed for another reason than money. */
  private static boolean mayReopen(OffSiteFunction now) {
    return now.state() == OffSiteFunction.State.CLOSED && now.confirmed() != null;
  }

  private static Optional<Problem> go(
      FundAtWork work, OffSiteFunction.State next, @Nullable Integer confirmed, String reason) {
    var now = work.function;
    work.function = new OffSiteFunction(next, now.paidUp(), confirmed, reason, now.application());
    return Optional.empty();
  }

  /** Each application is one of its own, so that a refused one does not answer for the next. */
  private static Optional<Problem> apply(FundAtWork work, OffSiteFunction now, String reason) {
    work.function =
        new OffSiteFunction(
            OffSiteFunction.State.APPLIED_FOR,
            now.paidUp(),
            now.confirmed(),
            reason,
            work.commandId);
    return Optional.empty();
  }

  /** Settlement obeys it from the next event on. */
  private static Optional<Problem> change(
      FundAtWork work, OffSiteFunction.State next, String said, MoveOffSiteFunction command) {
    work.tell(
        new Fact.FunctionChanged(
            work.factId(),
            new OffSiteFunctionChanged(
                work.city, said, command.reason(), command.asked().receivedAt().toString())));
    return go(work, next, work.function.confirmed(), command.reason());
  }

  private static Optional<Problem> refused(OffSiteFunction now, String rule) {
    return Optional.of(Refusals.wrongState("step", now.state(), rule));
  }
}
