package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;
import org.yizhan.settlement.coverage.MarkOnStay;

/** Whom a remainder rule pays, and how much. */
sealed interface Entitlement {

  /** The most favourable terms for the person, or null when nothing entitles them. */
  @Nullable Terms termsFor(List<MarkOnStay> marks, LocalDate day);

  /**
   * @param group as in the parameters; null when everybody is entitled
   * @param mark that entitles; null likewise
   * @param grants the parameter that gives the ratio
   */
  record Terms(
      @Nullable String group,
      @Nullable MarkOnStay mark,
      Rate ratio,
      InForce<?> grants,
      InForce<Optional<Money>> yearly) {

    Optional<Money> cap() {
      return yearly.value();
    }

    /**
     * Highest ratio, then no cap before a cap; equal terms stay with the mark that has counted
     * longest.
     */
    boolean betterThan(@Nullable Terms other) {
      if (other == null || !ratio.equals(other.ratio)) {
        return other == null || ratio.compareTo(other.ratio) > 0;
      }
      var theirs = other.cap();
      return theirs.isPresent() && (cap().isEmpty() || cap().get().compareTo(theirs.get()) > 0);
    }
  }

  /** Supplementary insurance asks for no mark. */
  record Everybody(Dated<Rate> ratio, Dated<Optional<Money>> cap) implements Entitlement {

    @Override
    public Terms termsFor(List<MarkOnStay> marks, LocalDate day) {
      var share = ratio.on(day);
      return new Terms(null, null, share.value(), share, cap.on(day));
    }
  }

  /**
   * Assistance, poverty insurance and special care pay by category (H3, H6, H7, W2).
   *
   * @param ownStandards whether a person's own standard replaces the category's ratio (W2); null
   *     where the law has no such clause
   */
  record ByMark(Map<String, Cell> cells, @Nullable Dated<Boolean> ownStandards)
      implements Entitlement {

    public ByMark {
      cells = Map.copyOf(cells);
    }

    record Cell(String group, Dated<Rate> ratio, Dated<Optional<Money>> cap) {}

    @Override
    public @Nullable Terms termsFor(List<MarkOnStay> marks, LocalDate day) {
      Terms best = null;
      for (var mark : marks) {
        var cell = cells.get(mark.category());
        if (cell != null) {
          var terms = termsOf(cell, mark, day);
          best = terms.betterThan(best) ? terms : best;
        }
      }
      return best;
    }

    private Terms termsOf(Cell cell, MarkOnStay mark, LocalDate day) {
      var yearly = cell.cap().on(day);
      var own = mark.ownStandard();
      if (own != null && ownStandards != null && ownStandards.on(day).value()) {
        return new Terms(cell.group(), mark, own, ownStandards.on(day), yearly);
      }
      var ratio = cell.ratio().on(day);
      return new Terms(cell.group(), mark, ratio.value(), ratio, yearly);
    }
  }
}
