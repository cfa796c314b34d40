package org.yizhan.settlement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.bill.Refusals;
import org.yizhan.settlement.web.KnownYears.Known;

/** A person's calendar year in one city: what was paid and what is left of each cap. */
@RestController
class BenefitYearController {

  private final KnownYears years;
  private final Adjudication adjudication;
  private final Clock clock;

  BenefitYearController(KnownYears years, Adjudication adjudication, Clock clock) {
    this.years = years;
    this.adjudication = adjudication;
    this.clock = clock;
  }

  /**
   * @param yearToDate with what the human used up under other numbers, as capLeft (H12)
   */
  record YearView(
      String personNumber,
      String city,
      int year,
      Map<Payer, Money> yearToDate,
      Map<Payer, Money> capLeft,
      List<ClaimView> settlements) {}

  record ClaimView(
      UUID settlementId,
      LocalDate dischargeDate,
      Status status,
      Money total,
      Money patient,
      List<PaidShare> shares) {}

  record PaidShare(Payer payer, Money amount) {}

  /**
   * @param city of the year; that of the latest enrolment when absent
   */
  @GetMapping("/api/persons/{personNumber}/benefit-years/{year}")
  YearView year(
      @PathVariable String personNumber,
      @PathVariable int year,
      @RequestParam @Nullable String city) {
    return view(years.of(personNumber, city, year));
  }

  private YearView view(Known known) {
    var year = known.year();
    return new YearView(
        year.key().personNumber(),
        year.key().city(),
        year.key().year(),
        known.used().paid(),
        capLeft(known),
        year.claims().stream().map(BenefitYearController::view).toList());
  }

  private Map<Payer, Money> capLeft(Known known) {
    try {
      return adjudication.capLeft(
          known.year().key(), known.used(), known.coverage(), LocalDate.now(clock));
    } catch (MissingParameter missing) {
      throw new ProblemException(Refusals.parameterMissing(missing));
    }
  }

  private static ClaimView view(Claim claim) {
    return new ClaimView(
        claim.settlementId(),
        claim.command().dischargeDate(),
        claim.stands() ? Status.SETTLED : Status.CANCELLED,
        claim.command().amounts().total(),
        claim.patient(),
        claim.shares().entrySet().stream()
            .map(e -> new PaidShare(e.getKey(), e.getValue()))
            .toList());
  }
}
