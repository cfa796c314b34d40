package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.MarkOnStay;

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
          () ->
              "no mark of this payer's categories counts on the discharge date ("
                  + turn.clause()
                  + ')');
    }
    var perStay = deductible.on(turn.day());
    var above = turn.open().above(perStay.value());
    var wanted = Product.of(above, terms.ratio()).roundedHalfUp();
    var paying = insurer == null ? null : insurer.on(turn.day());
    return new RemainderTaken(turn, perStay, terms, paying, Limited.of(wanted, terms.cap(), turn));
  }

  private record RemainderTaken(
      Turn turn,
      InForce<Money> perStay,
      Entitlement.Terms terms,
      @Nullable InForce<String> paying,
      Limited limited)
      implements Taken {

    @Override
    public Money amount() {
      return limited.amount();
    }

    @Override
    public Share share() {
      var mark = terms.mark();
      return new Share(
          turn.payer(),
          amount(),
          Stage.firstOf(whyNothing(), limited.reason()),
          mark == null ? null : mark.category(),
          mark == null ? null : mark.county(),
          paying == null ? null : paying.value(),
          explanation());
    }

    private Explanation explanation() {
      return new Explanation(
          "remainder",
          terms.group(),
          turn.open(),
          perStay.value(),
          terms.ratio(),
          null,
          null,
          List.of(),
          turn.open(),
          limited.capLeft(),
          limited.capLeftAfter(),
          limited.by(),
          Product.ROUNDING,
          turn.parameters(
              paying == null
                  ? List.of(perStay, terms.grants(), terms.yearly())
                  : List.of(perStay, terms.grants(), terms.yearly(), paying)));
    }

    private @Nullable String whyNothing() {
      if (turn.open().isZero()) {
        return "nothing is left open";
      }
      if (turn.open().compareTo(perStay.value()) <= 0) {
        return "what is left open does not exceed the deductible of " + perStay.value();
      }
      return terms.ratio().basisPoints() == 0 ? "the ratio is zero" : null;
    }
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
