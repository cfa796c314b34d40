package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.settlement.coverage.MarkOnStay;

/** A payer's rule. Three kinds are enough for both cities. */
sealed interface Stage permits StayRule, CumulativeTierRule, RemainderRule {

  /** Takes a share of what is open, never more. */
  Taken take(Turn turn);

  /**
   * The yearly cap for a person with these marks; empty when there is none, or when the payer pays
   * them nothing.
   */
  Optional<Money> cap(List<MarkOnStay> marks, LocalDate day);

  /** Whether the payer pays only persons with a mark of its categories. */
  boolean asksForMark();

  /** Whether a mark of this category is one that the payer asks for. */
  boolean knows(String category);

  /** The first reason that applies. */
  static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
