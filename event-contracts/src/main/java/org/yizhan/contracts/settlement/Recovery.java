package org.yizhan.contracts.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;

/**
 * What one-stop paid too much, by what became known late or by a law that reaches back, and what of
 * it has come back from the person (H10, W3). It belongs to its case and has a state of its own.
 *
 * @param caseId of the case; of a new law the id of the command
 * @param version counts its states, 1 when it is opened
 * @param since when the approval was accepted
 * @param dues one per payer, in chain order
 * @param returns in the order in which they were recorded
 * @param writeOffs the newest last; only that one may be undecided
 */
public record Recovery(
    UUID caseId,
    long version,
    State state,
    Cause cause,
    String personNumber,
    String city,
    OffsetDateTime since,
    List<Due> dues,
    List<Return> returns,
    List<WriteOff> writeOffs) {

  public Recovery {
    dues = List.copyOf(dues);
    returns = List.copyOf(returns);
    writeOffs = List.copyOf(writeOffs);
  }

  public enum State {
    OPEN,
    PARTLY_RETURNED,
    RETURNED,
    WRITTEN_OFF;

    public boolean isOpen() {
      return this == OPEN || this == PARTLY_RETURNED;
    }
  }

  /**
   * What one payer bore too much.
   *
   * @param parts in the order of the year; they add up to both amounts
   */
  public record Due(Payer payer, Money amount, Money returned, List<Part> parts) {

    public Due {
      parts = List.copyOf(parts);
    }

    public static Due of(Payer payer, List<Part> parts) {
      var amount = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
      var returned = parts.stream().map(Part::returned).reduce(Money.ZERO, Money::plus);
      return new Due(payer, amount, returned, parts);
    }

    /** What has not come back. */
    public Money left() {
      return amount.minus(returned);
    }
  }

  /**
   * @param county that had answered for the share, as {@link Settlement#countyOf} says
   */
  public record Part(UUID settlementId, String county, Money amount, Money returned) {}

  /**
   * @param reference of the receipt, one per return of a case
   * @param receivedAt when the record of it was accepted
   */
  public record Return(
      UUID returnId,
      UUID commandId,
      String reference,
      Payer payer,
      Money amount,
      LocalDate receivedOn,
      String recordedBy,
      OffsetDateTime receivedAt) {}

  /**
   * What is still open is to be given up.
   *
   * @param proposedBy the command
   * @param checker who decided it, null before; {@code decidedBy}, the command, and {@code
   *     decidedAt} likewise
   */
  public record WriteOff(
      UUID proposedBy,
      ReimbursementCase.State state,
      String maker,
      String reason,
      OffsetDateTime proposedAt,
      @Nullable UUID decidedBy,
      @Nullable String checker,
      @Nullable OffsetDateTime decidedAt) {}

  public Optional<Due> dueOf(Payer payer) {
    return dues.stream().filter(due -> due.payer() == payer).findFirst();
  }
}
