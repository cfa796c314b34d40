package org.yizhan.contracts.fund;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * Commands that move a fund's money or change how it stands, keyed by {@link #keyOf city and fund}:
 * all that one fund of one city may pay is decided in one place, one after the other.
 */
public sealed interface FundCommand {

  /** The record key, for example {@code 441600/ASSISTANCE}. */
  static String keyOf(String city, Payer fund) {
    return city + '/' + fund;
  }

  /**
   * Pay the personal premium of a marked resident (H15), out of the assistance fund's fiscal
   * account into that of basic insurance. The same obligation may be asked for again, always in the
   * same words; it is paid once.
   *
   * @param obligationId computed from person, city and year
   * @param county the county that confirmed the mark, and agency who answers for it
   * @param knownOn since when mark and enrolment are known; the booking date
   * @param dueOn the last day on which the payment is in time
   */
  @JsonTypeName("pay-premium.v1")
  record PayPremium(
      UUID obligationId,
      String personNumber,
      String city,
      String county,
      int year,
      Money amount,
      String category,
      String agency,
      LocalDate knownOn,
      LocalDate dueOn)
      implements FundCommand {}

  /** Where a fund's own money comes from. */
  enum Source {
    /** Fiscal budget, of whichever level (H16). */
    BUDGET,
    /** Lottery public-welfare money (H16). */
    LOTTERY,
    /** Donations (H16). */
    DONATION,
    INTEREST,
    /** A county's fiscal special account pays up to the city's (H17). */
    COUNTY,
    /** Premiums that the assistance fund pays to basic insurance (H15). */
    PREMIUM
  }

  /**
   * Money came into the fiscal special account (H16, H17).
   *
   * @param county who paid it up, with {@code COUNTY} only
   * @param reference the bank's or the document's, as an auditor will look for it
   */
  @JsonTypeName("receive-income.v1")
  record ReceiveIncome(
      Asked asked, Source source, @Nullable String county, Money amount, String reference)
      implements FundCommand {}

  /**
   * Money that stays its sender's came into the expenditure account: the insurer's imprest and its
   * monthly payment (H20, H22), a district's prepayment and top-up (W5, W6).
   *
   * @param district who paid it, for special care only
   */
  @JsonTypeName("receive-advance.v1")
  record ReceiveAdvance(Asked asked, @Nullable String district, Money amount, String reference)
      implements FundCommand {}

  /** Move money from the fiscal special account to the agency's expenditure account (H17). */
  @JsonTypeName("move-to-expenditure.v1")
  record MoveToExpenditure(Asked asked, Money amount, String reference) implements FundCommand {}

  /** How a prepayment goes on; {@code RETURN} and {@code APPROVE} are finance's. */
  enum PrepaymentStep {
    SUBMIT,
    APPROVE,
    RETURN,
    FUND
  }

  /**
   * The next step of a prepayment that was assessed (H18, H19, W5). A district's is funded by its
   * money's arrival, {@link ReceiveAdvance}.
   *
   * @param region the district, with {@code SPECIAL_CARE} only
   * @param amount with {@code SUBMIT}, where another amount than the assessed one is asked for
   * @param reason with {@code RETURN}, and with an amount of one's own
   */
  @JsonTypeName("move-prepayment.v1")
  record MovePrepayment(
      Asked asked,
      PrepaymentKind kind,
      @Nullable String region,
      int year,
      PrepaymentStep step,
      @Nullable Money amount,
      @Nullable String reason)
      implements FundCommand {}

  /**
   * Part of a payment to a hospital.
   *
   * @param county the county or district whose patients it is for, as the memorandum book has it
   */
  record Part(String county, Money amount) {}

  /**
   * Pay a hospital what it advanced in a month (H21, H22, W7).
   *
   * @param purpose decides the account that pays
   * @param reference of the payment instruction
   */
  @JsonTypeName("pay-hospital.v1")
  record PayHospital(
      Asked asked,
      String hospitalCode,
      YearMonth month,
      Purpose purpose,
      List<Part> parts,
      String reference)
      implements FundCommand {

    public PayHospital {
      parts = List.copyOf(parts);
    }

    public Money total() {
      return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /**
   * A hospital gave back what it was paid for a settlement that was cancelled afterwards.
   *
   * @param paymentId the command that paid it
   * @param parts of that payment, at most what is left of each
   * @param reference of the bank's receipt
   */
  @JsonTypeName("receive-refund.v1")
  record ReceiveRefund(Asked asked, UUID paymentId, List<Part> parts, String reference)
      implements FundCommand {

    public ReceiveRefund {
      parts = List.copyOf(parts);
    }

    public Money total() {
      return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /**
   * Pay what was approved outside one-stop, straight from the fiscal special account (H10). Where
   * the account does not cover it, it is held and paid as soon as money comes in.
   *
   * @param caseId the approved case
   * @param county whose patient it is for
   */
  @JsonTypeName("pay-manually.v1")
  record PayManually(Asked asked, UUID caseId, UUID settlementId, String county, Money amount)
      implements FundCommand {}

  /**
   * What was paid too much came back into the fiscal special account (H10): a person returned it,
   * or an approved case set it off against what it pays.
   *
   * @param county that had answered for it
   */
  @JsonTypeName("receive-return.v1")
  record ReceiveReturn(Asked asked, UUID caseId, UUID settlementId, String county, Money amount)
      implements FundCommand {}

  /**
   * How the off-site function goes on (H19); the city applies and closes, the rest is the
   * province's.
   */
  enum FunctionStep {
    CONFIRM_RECEIPT,
    APPLY,
    OPEN,
    /** The province refuses what was applied for; one may apply again. */
    REFUSE,
    CLOSE
  }

  /**
   * @param year whose prepayments were received, with {@code CONFIRM_RECEIPT} only
   * @param reason with {@code CLOSE} and {@code REFUSE}; otherwise a reference
   */
  @JsonTypeName("move-off-site-function.v1")
  record MoveOffSiteFunction(Asked asked, FunctionStep step, @Nullable Integer year, String reason)
      implements FundCommand {

    /** A step that is about no year. */
    public MoveOffSiteFunction(Asked asked, FunctionStep step, String reason) {
      this(asked, step, null, reason);
    }
  }

  /** A day began: what is due is assessed, demanded, reminded of, closed. */
  @JsonTypeName("begin-day.v1")
  record BeginDay(Asked asked, LocalDate date) implements FundCommand {}

  /** A command of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements FundCommand {}
}
