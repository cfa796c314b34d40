package org.yizhan.contracts.ledger;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;

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
   * A hospital was paid; the books of fund and memorandum say so too.
   *
   * @param month whose advances it is for
   */
  @JsonTypeName("hospital-paid.v1")
  record HospitalPaid(
      UUID commandId,
      String city,
      Payer fund,
      String hospitalCode,
      YearMonth month,
      Purpose purpose,
      Money amount,
      LocalDate paidOn,
      String reference)
      implements LedgerEvent {}

  /**
   * A payment would have overdrawn its account: nothing was paid.
   *
   * @param payment the type of the command, for example {@code pay-hospital.v1}
   * @param account the code of the account that lacks money
   * @param missing what has to come in first
   */
  @JsonTypeName("payment-refused.v1")
  record PaymentRefused(
      UUID commandId,
      String city,
      Payer fund,
      String payment,
      String account,
      Money amount,
      Money missing,
      LocalDate refusedOn)
      implements LedgerEvent {}

  /** A prepayment went a step further (H18, H19, W5). */
  @JsonTypeName("prepayment-changed.v1")
  record PrepaymentChanged(Prepayment prepayment) implements LedgerEvent {}

  /** The insurer was asked, has paid, or is late (H20, H22). */
  @JsonTypeName("imprest-demanded.v1")
  record ImprestDemanded(ImprestDemand demand) implements LedgerEvent {}

  /** A warning was raised, repeated, escalated or closed (W6). */
  @JsonTypeName("fund-warning.v1")
  record WarningChanged(FundWarning warning) implements LedgerEvent {}

  /**
   * How long prepaid money lasts, at a month's close (W6).
   *
   * @param balance zero when nothing is left
   * @param meanMonthlySpending of the last closed months, null when none has spent anything
   * @param exhaustedOn the day on which the balance is used up at that rate; null with it
   */
  @JsonTypeName("runway-forecast.v1")
  record RunwayForecast(
      String city,
      Payer fund,
      PrepaymentKind kind,
      YearMonth month,
      Money balance,
      @Nullable Money meanMonthlySpending,
      @Nullable LocalDate exhaustedOn)
      implements LedgerEvent {

    /**
     * When a balance is used up: whole months first, a century of them at most, then days of the
     * month in which the rest goes.
     *
     * @param monthly more than nothing
     * @param closed the month at whose end the balance was that
     */
    public static LocalDate exhaustedOn(Money balance, Money monthly, YearMonth closed) {
      var last = closed.plusMonths(1 + Math.min(balance.fen() / monthly.fen(), 1_200));
      long rest = balance.fen() % monthly.fen();
      return last.atDay(1)
          .plusDays(Math.multiplyExact(rest, (long) last.lengthOfMonth()) / monthly.fen());
    }
  }

  /** What the districts have and have spent, at a month's close (W7). */
  @JsonTypeName("districts-stated.v1")
  record DistrictsStated(
      String city, Payer fund, YearMonth month, List<DistrictStatement> districts)
      implements LedgerEvent {

    public DistrictsStated {
      districts = List.copyOf(districts);
    }
  }

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
