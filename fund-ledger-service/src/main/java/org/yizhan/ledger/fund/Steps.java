package org.yizhan.ledger.fund;

import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.contracts.ledger.Prepayment.State;

/** A prepayment with some members changed. */
final class Steps {

  private final Prepayment before;
  private State state;
  private Money requested;
  private Money funded;
  private @Nullable String maker;
  private @Nullable String checker;
  private @Nullable String reason;
  private @Nullable Money carriedOver;

  private Steps(Prepayment before) {
    this.before = before;
    this.state = before.state();
    this.requested = before.requested();
    this.funded = before.funded();
    this.maker = before.maker();
    this.checker = before.checker();
    this.reason = before.reason();
    this.carriedOver = before.carriedOver();
  }

  static Steps of(Prepayment before) {
    return new Steps(before);
  }

  Steps state(State next) {
    state = next;
    return this;
  }

  Steps requested(Money amount) {
    requested = amount;
    return this;
  }

  Steps funded(Money amount) {
    funded = amount;
    return this;
  }

  Steps maker(String by) {
    maker = by;
    return this;
  }

  Steps checker(String by) {
    checker = by;
    return this;
  }

  Steps reason(@Nullable String why) {
    reason = why;
    return this;
  }

  Steps carriedOver(Money left) {
    carriedOver = left;
    return this;
  }

  Prepayment build() {
    return new Prepayment(
        before.city(),
        before.fund(),
        before.kind(),
        before.region(),
        before.year(),
        state,
        before.lastYear(),
        before.share(),
        before.carried(),
        requested,
        funded,
        before.assessedOn(),
        before.dueOn(),
        maker,
        checker,
        reason,
        carriedOver);
  }
}
