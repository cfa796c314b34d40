package org.yizhan.settlement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.Coverages;

/** Finds a person's year as a caller names it. */
@Component
class KnownYears {

  private final BenefitYears years;
  private final Coverages coverages;

  KnownYears(BenefitYears years, Coverages coverages) {
    this.years = years;
    this.coverages = coverages;
  }

  /**
   * @param used by the human, under whatever number (H12)
   */
  record Known(BenefitYear year, Coverage coverage, Accumulators used) {}

  /**
   * @param city of the year; that of the latest enrolment when null
   * @throws ProblemException 404 {@code unknown-person}
   */
  Known of(String personNumber, @Nullable String city, int year) {
    var known = coverages.find(List.of(personNumber)).get(personNumber);
    if (known == null || known.coverage() == null) {
      throw unknown(personNumber);
    }
    var coverage = known.coverage();
    var where = city == null ? coverage.city() : city;
    if (where == null) {
      throw unknown(personNumber);
    }
    var key = new BenefitYear.Key(personNumber, where, year);
    var found = years.findWhole(BenefitYears.idOf(key)).orElseGet(() -> BenefitYear.empty(key));
    var elsewhere = years.usedUnder(coverage.mergedFrom(), key);
    return new Known(
        found, coverage, found.accumulators().plus(elsewhere.paid(), elsewhere.cumulativeBase()));
  }

  private static ProblemException unknown(String personNumber) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-person",
            "The person is not known",
            "No enrolment of person " + personNumber + " has arrived.",
            new FieldError("personNumber", personNumber, "must be a person known here")));
  }
}
