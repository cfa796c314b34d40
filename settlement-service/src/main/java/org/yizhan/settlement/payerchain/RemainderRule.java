package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.parameter.Dated;

/**
 * Supplementary insurance, poverty insurance, assistance and special care: a share of what the
 * earlier payers left open, within a yearly cap where there is one (H4, H5, H6, H7, W1).
 *
 * @param insurer who pays the shares of a commercial insurance; null for public money
 */
record RemainderRule(
    Dated<Money> deductible, Entitlement entitlement, @Nullable Dated<String> insurer)
    implements Stage {

  @Override
  public Taken take(Turn turn) {
    var terms = entitlement.termsFor(turn.stay().coverage().marks(), turn.day());
    if (terms == null) {
      return turn.nothing(
          "no mark of this payer's categories counts on the discharge date (%s)"
              .formatted(turn.clause()));
    }
    return Taken.of(share(turn, terms));
  }

  private Share share(Turn turn, Entitlement.Terms terms) {
    var perStay = deductible.on(turn.day());
    var above = turn.open().above(perStay.value());
    var wanted = Product.of(above, terms.ratio()).roundedHalfUp();
    var limited = Limited.of(wanted, terms.cap(), turn);
    var why = whyNothing(turn, above, perStay.value(), terms);
    var paying = insurer == null ? null : insurer.on(turn.day());
    var used = turn.using(perStay.used(), terms.used(), paying == null ? List.of() : paying.used());
    var mark = terms.mark();
    return new Share(
        turn.payer(),
        limited.amount(),
        Stage.firstOf(why, limited.reason(wanted)),
        mark == null ? null : mark.category(),
        mark == null ? null : mark.county(),
        paying == null ? null : paying.value(),
        explanation(perStay.value(), terms, limited, turn.withUsed(used)));
  }

  private static Explanation explanation(
      Money deductible, Entitlement.Terms terms, Limited limited, Turn turn) {
    return new Explanation(
        "remainder",
        terms.group(),
        turn.open(),
        deductible,
        terms.ratio(),
        null,
        null,
        List.of(),
        turn.open(),
        limited.capLeft(),
        limited.capLeftAfter(),
        limited.by(),
        Product.ROUNDING,
        turn.used());
  }

  private static @Nullable String whyNothing(
      Turn turn, Money above, Money deductible, Entitlement.Terms terms) {
    if (turn.open().isZero()) {
      return "nothing is left open";
    }
    if (above.isZero()) {
      return "what is left open does not exceed the deductible of " + deductible;
    }
    return terms.ratio().basisPoints() == 0 ? "the ratio is zero" : null;
  }

  @Override
  public Optional<Money> cap(List<MarkOnStay> marks, LocalDate day) {
    var terms = entitlement.termsFor(marks, day);
    return terms == null ? Optional.empty() : terms.cap();
  }

  @Override
  public boolean asksForMark() {
    return entitlement instanceof Entitlement.ByMark;
  }

  @Override
  public boolean knows(String category) {
    return entitlement instanceof Entitlement.ByMark byMark && byMark.cells().containsKey(category);
  }
}
