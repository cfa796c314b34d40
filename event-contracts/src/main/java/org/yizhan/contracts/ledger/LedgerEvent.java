package org.yizhan.contracts.ledger;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.UUID;
import org.yizhan.contracts.Money;

/** Facts about the funds' books, on topic {@code ledger}. */
public sealed interface LedgerEvent {

  /**
   * A premium was paid (H15) and stands in both funds' cash books; keyed by person number.
   *
   * @param county the county that confirmed the mark, and agency who answers for it
   * @param paidOn the booking date
   */
  @JsonTypeName("premium-paid.v1")
  record PremiumPaid(
      UUID obligationId,
      String personNumber,
      String city,
      String county,
      int year,
      Money amount,
      String category,
      String agency,
      LocalDate dueOn,
      LocalDate paidOn)
      implements LedgerEvent {}

  /**
   * The chains over the books' entries were sealed when a day began; keyed by the date. Whoever
   * keeps it can tell later whether the books are still the ones that were sealed.
   *
   * @param head SM3 over the head of the day before and those of all chains, hexadecimal
   * @param chains how many
   */
  @JsonTypeName("day-sealed.v1")
  record DaySealed(LocalDate date, String head, int chains) implements LedgerEvent {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements LedgerEvent {}
}
