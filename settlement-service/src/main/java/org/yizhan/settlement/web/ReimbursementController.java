package org.yizhan.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.bill.Refusals;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.LateFindings.LateFinding;
import org.yizhan.settlement.reimbursement.ReimbursementCases;
import org.yizhan.settlement.reimbursement.Review;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.Recoveries;
import org.yizhan.settlement.settling.ReimbursementRefusals;

/** H10, W3: what became known late about a year, and the cases in which it is settled by hand. */
@RestController
class ReimbursementController {

  private static final Logger log = LoggerFactory.getLogger(ReimbursementController.class);

  private static final int LIMIT_MAX = 1000;
  private static final int LATE_LIMIT_MAX = 200;

  private final KnownYears years;
  private final Reviewing reviewing;
  private final Refolding refolding;
  private final ReimbursementCases cases;
  private final LateFindings findings;
  private final Recoveries recoveries;

  ReimbursementController(
      KnownYears years,
      Reviewing reviewing,
      Refolding refolding,
      ReimbursementCases cases,
      LateFindings findings,
      Recoveries recoveries) {
    this.findings = findings;
    this.recoveries = recoveries;
    this.years = years;
    this.reviewing = reviewing;
    this.refolding = refolding;
    this.cases = cases;
  }

  /**
   * @param settlements those that would come out otherwise by what is known now, in the order of
   *     the year
   * @param unclear those that can only be cancelled, because there was no enrolment after all
   * @param totals per payer over all of them
   */
  record ReviewView(
      String personNumber,
      String city,
      int year,
      long yearVersion,
      long eligibilityVersion,
      List<Adjustment> settlements,
      List<UUID> unclear,
      List<Change> totals) {}

  /** Changes nothing; {@code POST /api/reimbursement-cases} makes a case of it. */
  @GetMapping("/api/persons/{personNumber}/benefit-years/{year}/review")
  ReviewView review(
      @PathVariable String personNumber,
      @PathVariable int year,
      @RequestParam @Nullable String city) {
    var known = years.of(personNumber, city, year);
    try {
      return view(known.year(), known.coverage().eligibilityVersion(), reviewed(known));
    } catch (MissingParameter missing) {
      throw new ProblemException(Refusals.parameterMissing(missing));
    }
  }

  private Review reviewed(KnownYears.Known known) {
    return reviewing.review(known.year(), known.coverage());
  }

  private ReviewView view(BenefitYear year, long eligibilityVersion, Review review) {
    return new ReviewView(
        year.key().personNumber(),
        year.key().city(),
        year.key().year(),
        year.version(),
        eligibilityVersion,
        review.refold().changed().stream().map(refolding::revision).map(Adjustment::of).toList(),
        review.unclear(),
        review.totals());
  }

  /** A year that cannot be reviewed, and why. */
  record Unreviewed(String personNumber, String city, int year, Problem problem) {

    private static Unreviewed of(BenefitYear.Key key, Problem problem) {
      return new Unreviewed(key.personNumber(), key.city(), key.year(), problem);
    }
  }

  /**
   * @param unreviewed years of the page for which the law has no number, or that are broken
   * @param next the {@code after} of the next page, null on the last
   */
  record LatePage(List<ReviewView> years, List<Unreviewed> unreviewed, @Nullable String next) {}

  /**
   * Years that would have come out otherwise, each reviewed anew; one that no longer would is left
   * out and forgotten.
   */
  @GetMapping("/api/late-knowledge")
  LatePage lateKnowledge(
      @RequestParam @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, LATE_LIMIT_MAX);
    var found = findings.page(after, size);
    var reviewed = new ArrayList<ReviewView>();
    var unreviewed = new ArrayList<Unreviewed>();
    for (var finding : found) {
      var key = finding.key();
      try {
        var view = review(key.personNumber(), key.year(), key.city());
        if (view.settlements().isEmpty() && view.unclear().isEmpty()) {
          findings.forget(List.of(new LateFinding(key, view.eligibilityVersion())));
        } else {
          reviewed.add(view);
        }
      } catch (ProblemException problem) {
        unreviewed.add(Unreviewed.of(key, problem.problem()));
      } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
        log.error("benefit year {} is to be looked at", key, broken);
        unreviewed.add(Unreviewed.of(key, ReimbursementRefusals.broken(key)));
      }
    }
    return new LatePage(
        reviewed,
        unreviewed,
        found.size() < size ? null : BenefitYears.idOf(found.getLast().key()));
  }

  /**
   * @param recovery of an approved case under which something was paid too much, absent otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseView(@JsonUnwrapped ReimbursementCase reimbursement, @Nullable Recovery recovery) {}

  @GetMapping("/api/reimbursement-cases/{caseId}")
  CaseView reimbursementCase(@PathVariable UUID caseId) {
    return cases
        .find(caseId)
        .map(found -> new CaseView(found, recoveries.find(caseId).orElse(null)))
        .orElseThrow(() -> new ProblemException(ReimbursementRefusals.unknown(caseId)));
  }

  /**
   * @param next the {@code after} of the next page, null on the last
   */
  record Page(List<ReimbursementCase> cases, @Nullable UUID next) {}

  @GetMapping("/api/reimbursement-cases")
  Page reimbursementCases(
      @RequestParam @Nullable State state,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, LIMIT_MAX);
    var found = cases.page(state, after, size);
    return new Page(found, found.size() < size ? null : found.getLast().caseId());
  }
}
