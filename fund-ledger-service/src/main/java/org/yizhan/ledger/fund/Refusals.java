package org.yizhan.ledger.fund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/** Why a fund does not do what it was asked; each names field, value and rule. */
final class Refusals {

  private Refusals() {}

  /** H17: nothing is overdrawn. */
  static Problem overdrawn(String account, Money amount, Money missing) {
    return refused(
        "overdrawn",
        "The account does not cover it",
        "Account %s lacks %s of %s.".formatted(account, missing, amount),
        "amount",
        amount,
        "must be covered; missing " + missing);
  }

  static Problem nothing(Money amount) {
    return refused(
        "nothing-to-move",
        "Nothing to move",
        "The amount is " + amount + ".",
        "amount",
        amount,
        "must be more than 0.00");
  }

  static Problem notOfThisFund(Payer fund, String field, Object value, String rule) {
    return refused(
        "not-of-this-fund",
        "Not of this fund",
        "Fund %s knows no %s %s.".formatted(fund, field, value),
        field,
        value,
        rule);
  }

  /** H20: the imprest never exceeds its full amount. */
  static Problem aboveFullAmount(Money amount, Money most) {
    return refused(
        "above-full-amount",
        "More than the full amount",
        "The imprest lacks " + most + " of its full amount.",
        "amount",
        amount,
        "must be at most " + most);
  }

  static Problem noImprest(String city, Money amount) {
    return notOfThisFund(Payer.POVERTY, "imprest", amount, "no insurer keeps one in " + city);
  }

  static Problem unknownPrepayment(String what) {
    return Problem.of(
        404,
        "unknown-prepayment",
        "Unknown prepayment",
        "Prepayment " + what + " was not assessed.",
        new FieldError("year", what, "must be a prepayment that was assessed or is of this year"));
  }

  /** H21: what comes back was paid before. */
  static Problem unknownPayment(UUID paymentId) {
    return refused(
        "unknown-payment",
        "Unknown payment",
        "This fund has paid no hospital under " + paymentId + ".",
        "paymentId",
        paymentId,
        "must be the commandId of a payment of this fund to a hospital");
  }

  static Problem aboveWhatWasPaid(String county, Money amount, Money left) {
    return refused(
        "above-what-was-paid",
        "More than was paid",
        "For %s the payment has %s left to come back.".formatted(county, left),
        "parts.amount",
        amount,
        "must be at most " + left + " for " + county);
  }

  static Problem wrongState(String field, Object state, String rule) {
    return Problem.of(
        409,
        "wrong-state",
        "Not in this state",
        "It is " + state + ".",
        new FieldError(field, state.toString(), rule));
  }

  static Problem samePerson(String by) {
    return refused(
        "same-person",
        "Two people are needed",
        "Whoever submitted a prepayment cannot decide about it.",
        "by",
        by,
        "must be somebody else than the maker");
  }

  static Problem reasonMissing(@Nullable Object value) {
    return refused(
        "reason-missing",
        "A reason is needed",
        "Say why.",
        "reason",
        String.valueOf(value),
        "must say why");
  }

  static Problem refused(
      String code, String title, String detail, String field, Object value, String rule) {
    return Problem.of(422, code, title, detail, new FieldError(field, value.toString(), rule));
  }
}
