package org.yizhan.settlement.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.admission.AdmissionCheck;
import org.yizhan.settlement.admission.Standing;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.settling.CheckingAdmissions;

/** The check at admission (H9), for the gateway, which has asked eligibility who the person is. */
@RestController
class AdmissionController {

  private final CheckingAdmissions checking;

  AdmissionController(CheckingAdmissions checking) {
    this.checking = checking;
  }

  record Question(Coverage coverage, String hospitalCode, LocalDate admissionDate) {}

  /**
   * @param city and county, scheme, status and place: of the enrolment on the admission date; null
   *     without one
   * @param depositWaived H8: treat first, pay later
   */
  record AdmissionView(
      String personNumber,
      String maskedId,
      String hospitalCode,
      LocalDate admissionDate,
      @Nullable String city,
      @Nullable String county,
      @Nullable Scheme scheme,
      @Nullable EmploymentStatus status,
      @Nullable Place place,
      FilingView filing,
      @Nullable Boolean offSiteFunctionOpen,
      boolean oneStop,
      boolean depositWaived,
      List<CategoryView> categories,
      List<String> reasons,
      long eligibilityVersion) {}

  /**
   * @param needed whether the stay is off-site (H2)
   * @param found the destination of the filing that covers the hospital; null for none
   */
  record FilingView(boolean needed, @Nullable String found) {}

  /**
   * @param since the later of the mark's effective date and the start of the enrolment (H14)
   */
  record CategoryView(String category, String county, String agency, LocalDate since) {}

  /** 404 {@code unknown-hospital}, 422 {@code hospital-not-designated}; changes nothing. */
  @PostMapping("/internal/admission-checks")
  AdmissionView check(@RequestBody Question question) {
    return switch (checking.check(
        question.coverage(), question.hospitalCode(), question.admissionDate())) {
      case AdmissionCheck.Checked(var standing) -> view(question, standing);
      case AdmissionCheck.Refused(var problem) -> throw new ProblemException(problem);
    };
  }

  private static AdmissionView view(Question question, Standing standing) {
    var person = question.coverage();
    var enrolled = standing.coverage();
    return new AdmissionView(
        person.personNumber(),
        person.maskedId(),
        question.hospitalCode(),
        question.admissionDate(),
        enrolled == null ? null : enrolled.city(),
        enrolled == null ? null : enrolled.county(),
        enrolled == null ? null : enrolled.scheme(),
        enrolled == null ? null : enrolled.employment(),
        enrolled == null ? null : enrolled.place(),
        filing(enrolled),
        standing.offSiteFunctionOpen(),
        standing.oneStop(),
        standing.oneStop(),
        standing.categories().stream().map(AdmissionController::view).toList(),
        standing.reasons(),
        person.eligibilityVersion());
  }

  private static FilingView filing(@Nullable CoverageOnStay enrolled) {
    return enrolled == null
        ? new FilingView(false, null)
        : new FilingView(enrolled.place() != Place.IN_CITY, enrolled.filing());
  }

  private static CategoryView view(MarkOnStay mark) {
    return new CategoryView(mark.category(), mark.county(), mark.agency(), mark.since());
  }
}
