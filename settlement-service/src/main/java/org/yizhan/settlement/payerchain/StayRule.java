package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.MarkOnStay;

/**
 * Basic insurance: a share of what exceeds the stay's deductible, within a yearly cap. Deductible
 * and ratio depend on the hospital's level, the place and, for employees, whether they still work
 * (H2, H4, W1).
 */
record StayRule(Map<Situation, Terms> terms, Dated<Optional<Money>> cap) implements Stage {

  StayRule {
    terms = Map.copyOf(terms);
  }

  /**
   * @param employment null for residents
   */
  record Situation(@Nullable EmploymentStatus employment, Place place, int level) {}

  record Terms(Dated<Money> deductible, Dated<Rate> ratio) {}

  @Override
  public Taken take(Turn turn) {
    var mine = termsFor(turn);
    var deductible = mine.deductible().on(turn.day());
    var ratio = mine.ratio().on(turn.day());
    var yearly = cap.on(turn.day());
    var above = turn.inPolicy().above(deductible.value());
    var wanted = Product.of(above, ratio.value()).roundedHalfUp();
    return new StayTaken(turn, deductible, ratio, yearly, Limited.of(wanted, yearly.value(), turn));
  }

  private record StayTaken(
      Turn turn,
      InForce<Money> kept,
      InForce<Rate> ratio,
      InForce<Optional<Money>> yearly,
      Limited limited)
      implements Taken {

    @Override
    public Money amount() {
      return limited.amount();
    }

    @Override
    public Money deductible() {
      return turn.inPolicy().atMost(kept.value());
    }

    @Override
    public Share share() {
      var reason = Stage.firstOf(whyNothing(), limited.reason());
      return new Share(turn.payer(), amount(), reason, null, null, null, explanation());
    }

    private Explanation explanation() {
      return new Explanation(
          "stay",
          null,
          turn.inPolicy(),
          kept.value(),
          ratio.value(),
          null,
          null,
          List.of(),
          turn.open(),
          limited.capLeft(),
          limited.capLeftAfter(),
          limited.by(),
          Product.ROUNDING,
          turn.parameters(List.of(kept, ratio, yearly)));
    }

    private @Nullable String whyNothing() {
      if (turn.inPolicy().isZero()) {
        return "the bill has no in-policy amount";
      }
      return turn.inPolicy().compareTo(kept.value()) <= 0
          ? "the in-policy amount does not exceed the deductible of " + kept.value()
          : null;
    }
  }

  private Terms termsFor(Turn turn) {
    var coverage = turn.stay().coverage();
    var situation =
        new Situation(coverage.employment(), coverage.place(), turn.stay().hospital().level());
    var found = terms.get(situation);
    if (found == null) {
      throw new IllegalStateException("no terms of basic insurance for " + situation);
    }
    return found;
  }

  @Override
  public Optional<Money> cap(List<MarkOnStay> marks, LocalDate day) {
    return cap.on(day).value();
  }

  @Override
  public boolean asksForMark() {
    return false;
  }

  @Override
  public boolean knows(String category) {
    return false;
  }
}
