package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.change.Statement.Enrolment;
import org.yizhan.roster.change.Statement.Head;
import org.yizhan.roster.reference.ReferenceData;

/** The rules of {@code enrolment-changed.v1}. */
final class EnrolmentExamination {

  private final ReferenceData reference;

  EnrolmentExamination(ReferenceData reference) {
    this.reference = reference;
  }

  Examined examine(EnrolmentChanged said, LocalDate receivedOn) {
    var findings = new Findings();
    var head = new HeadExamination(findings);
    head.changeId(said);
    var citizen = head.citizen(said.idNumber());
    var name = head.name(said.name());
    var from = findings.requiredDate("from", said.from());
    var to = findings.optionalDate("to", said.to());
    findings.refuseIfEndsBeforeItStarts("to", from, to);
    place(said, from, findings);
    var scheme = findings.required("scheme", said.scheme(), Scheme.class);
    var status = status(said, scheme, findings);
    if (!findings.isEmpty()) {
      return new Broken(HeadExamination.repeatable(said), citizen, findings.errors());
    }
    var enrolment =
        new Enrolment(
            new Head(requireNonNull(said.changeId()), requireNonNull(citizen), name),
            requireNonNull(said.city()),
            requireNonNull(said.county()),
            requireNonNull(scheme),
            status,
            requireNonNull(from),
            to);
    return new Sound(enrolment, remarksOn(enrolment, receivedOn));
  }

  private void place(EnrolmentChanged said, @Nullable LocalDate from, Findings findings) {
    var counties = new CountyExamination(reference, findings);
    var county = counties.county(said.county());
    counties.mustBeInForce(said.county(), county, from);
    counties.city(said.city(), county);
  }

  /** Employees are active or retired, residents are neither. */
  private static @Nullable EmploymentStatus status(
      EnrolmentChanged said, @Nullable Scheme scheme, Findings findings) {
    var status = findings.optional("status", said.status(), EmploymentStatus.class);
    if (scheme == Scheme.EMPLOYEE && Findings.stated(said.status()) == null) {
      findings.refuse("status", null, "must be ACTIVE or RETIRED for scheme EMPLOYEE");
    } else if (scheme == Scheme.RESIDENT && status != null) {
      findings.refuse("status", status.name(), "must be null for scheme RESIDENT");
    }
    return status;
  }

  private static List<FieldError> remarksOn(Enrolment enrolment, LocalDate receivedOn) {
    var remarks = new ArrayList<FieldError>();
    Plausibility.farFuture("from", enrolment.from(), receivedOn).ifPresent(remarks::add);
    Plausibility.beforeBirth("from", enrolment.from(), enrolment.head()).ifPresent(remarks::add);
    return List.copyOf(remarks);
  }
}
