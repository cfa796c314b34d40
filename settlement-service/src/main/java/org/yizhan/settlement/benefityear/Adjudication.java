package org.yizhan.settlement.benefityear;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.settlement.benefityear.Decision.Refused;
import org.yizhan.settlement.benefityear.Decision.Settled;
import org.yizhan.settlement.benefityear.Statement.Law;
import org.yizhan.settlement.bill.Examination;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.Refusals;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;

/**
 * Decides about bills, in two steps: {@link #examine} says whether a bill may be divided and to
 * which year it belongs, {@link #decide} divides it by what that year has used up. Both are pure:
 * the same question has the same answer.
 */
public final class Adjudication {

  private final Laws laws;

  public Adjudication(Laws laws) {
    this.laws = laws;
  }

  public Examination examine(SettleDischarge command, StayFacts facts) {
    return Examination.of(command, facts, laws);
  }

  /** The year that a bill belongs to: of the discharge date, in the city of the enrolment. */
  public static BenefitYear.Key keyOf(Admissible bill) {
    var coverage = bill.circumstances().coverage();
    return new BenefitYear.Key(
        bill.command().personNumber(), coverage.city(), bill.command().dischargeDate().getYear());
  }

  /** Divides the bill; {@code year.with(claim)} is the year afterwards. */
  public Decision decide(RunningYear year, Admissible bill, OffsetDateTime settledAt) {
    return decide(year, bill, settledAt, Status.SETTLED);
  }

  /** As {@link #decide}, for a bill that changes nothing: the settlement's status says so. */
  public Decision tryOut(RunningYear year, Admissible bill, OffsetDateTime at) {
    return decide(year, bill, at, Status.TRIAL);
  }

  private Decision decide(RunningYear year, Admissible bill, OffsetDateTime at, Status status) {
    if (!year.key().equals(keyOf(bill))) {
      throw new IllegalArgumentException(
          "a bill of " + keyOf(bill) + " does not belong to " + year.key());
    }
    try {
      return settle(year, bill, at, status);
    } catch (MissingParameter missing) {
      return new Refused(Refusals.parameterMissing(missing));
    }
  }

  private Settled settle(RunningYear year, Admissible bill, OffsetDateTime at, Status status) {
    var inPolicy = bill.command().amounts().inPolicy();
    var division = bill.chain().divide(bill.circumstances(), inPolicy, year.used());
    var claim =
        new Claim(
            bill.command(),
            bill.circumstances(),
            division.amounts(),
            division.baseIncrement(),
            laws.hash(),
            at,
            Map.of(),
            null);
    var statement =
        new Statement(claim, division.shares(), claim.toDate(year.used()), Law.of(laws));
    return new Settled(statement.settlement(status), claim);
  }

  /**
   * What is left of each yearly cap for the person's marks today, or on the last day of a year that
   * is over; payers without a cap, or that would pay the person nothing, are left out.
   *
   * @param used by the human in the year
   * @throws MissingParameter when the law has no number for a cap
   */
  public Map<Payer, Money> capLeft(
      BenefitYear.Key key, Accumulators used, Coverage coverage, LocalDate today) {
    var day = dayIn(key.year(), today);
    return coverage.enrolments().stream()
        .filter(enrolment -> enrolment.city().equals(key.city()) && !enrolment.from().isAfter(day))
        .max(Comparator.comparing(Enrolment::from))
        .map(enrolment -> capLeft(used, coverage, enrolment, day))
        .orElse(Map.of());
  }

  private Map<Payer, Money> capLeft(
      Accumulators used, Coverage coverage, Enrolment enrolment, LocalDate day) {
    var marks = CoverageOnStay.marksOn(coverage, enrolment, day);
    return laws.chain(enrolment.city(), enrolment.scheme())
        .map(chain -> chain.capLeft(marks, day, used))
        .orElse(Map.of());
  }

  private static LocalDate dayIn(int year, LocalDate today) {
    var first = LocalDate.of(year, 1, 1);
    var last = LocalDate.of(year, 12, 31);
    return today.isBefore(first) ? first : today.isAfter(last) ? last : today;
  }
}
