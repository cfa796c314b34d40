package org.yizhan.contracts.fund;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.UUID;
import org.yizhan.contracts.Money;

/** Commands that move a fund's money, keyed by the account that pays. */
public sealed interface FundCommand {

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

  /** A command of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements FundCommand {}
}
