package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.change.Statement.Head;
import org.yizhan.roster.change.Statement.Mark;
import org.yizhan.roster.reference.Category;
import org.yizhan.roster.reference.Division;
import org.yizhan.roster.reference.ReferenceData;

/** The rules of {@code roster-change.v1} (H3, H11, W2). */
final class MarkExamination {

  static final int BASIS_MAX = 500;

  private final ReferenceData reference;

  MarkExamination(ReferenceData reference) {
    this.reference = reference;
  }

  Examined examine(RosterChange said, String agency, LocalDate receivedOn) {
    var findings = new Findings();
    var head = new HeadExamination(findings);
    head.changeId(said);
    var citizen = head.citizen(said.idNumber());
    var name = head.name(said.name());
    var kind = findings.required("kind", said.kind(), Kind.class);
    var interval = interval(said, kind, findings);
    var category = category(said, agency, county(said, kind, interval, findings), findings);
    var percent = new StandardExamination(findings).standardPercent(said.standardPercent(), agency);
    basis(said, interval.from(), findings);
    if (!findings.isEmpty()) {
      return new Broken(HeadExamination.repeatable(said), citizen, findings.errors());
    }
    var about = new Head(requireNonNull(said.changeId()), requireNonNull(citizen), name);
    return sound(said, about, interval, percent, requireNonNull(category), receivedOn);
  }

  private static Sound sound(
      RosterChange said,
      Head about,
      Interval interval,
      @Nullable BigDecimal percent,
      Category category,
      LocalDate receivedOn) {
    var kind = Kind.valueOf(requireNonNull(said.kind()));
    var mark =
        new Mark(
            about,
            kind,
            requireNonNull(said.county()),
            requireNonNull(said.category()),
            requireNonNull(interval.from()),
            // LEFT.effectiveFrom is the first day without the mark; an end after it would mean
            // nothing
            kind == Kind.LEFT ? null : interval.to(),
            Findings.stated(said.basis()),
            percent);
    return new Sound(mark, Plausibility.remarksOn(mark, category, receivedOn));
  }

  private record Interval(@Nullable LocalDate from, @Nullable LocalDate to) {}

  private static Interval interval(RosterChange said, @Nullable Kind kind, Findings findings) {
    var from = findings.requiredDate("effectiveFrom", said.effectiveFrom());
    var to = findings.optionalDate("effectiveTo", said.effectiveTo());
    if (kind != Kind.LEFT) {
      findings.refuseIfEndsBeforeItStarts("effectiveTo", from, to);
    }
    return new Interval(from, to);
  }

  /** A mark may leave on any day after its county's code has ended: somebody has to end it. */
  private Optional<Division> county(
      RosterChange said, @Nullable Kind kind, Interval interval, Findings findings) {
    var counties = new CountyExamination(reference, findings);
    var county = counties.county(said.county());
    if (kind != Kind.LEFT) {
      counties.mustBeInForce(said.county(), county, interval.from());
    }
    return county;
  }

  private @Nullable Category category(
      RosterChange said, String agency, Optional<Division> county, Findings findings) {
    var code = findings.required("category", said.category());
    if (code == null) {
      return null;
    }
    var known = reference.category(code);
    if (known.isEmpty()) {
      findings.refuse("category", code, "must be a known category code");
      return null;
    }
    var category = known.get();
    if (!category.agency().equals(agency)) {
      findings.refuse(
          "category", code, "is confirmed by " + category.agency() + ", not by " + agency);
    }
    if (county.isPresent() && !category.cities().contains(county.get().city())) {
      findings.refuse("category", code, "does not exist in city " + county.get().city());
    }
    return category;
  }

  /**
   * Decisions are numbered by division, date and counter: only an older date is somebody's birth.
   */
  private static void basis(
      RosterChange said, @Nullable LocalDate effectiveFrom, Findings findings) {
    var basis = Findings.stated(said.basis());
    if (basis != null && basis.length() > BASIS_MAX) {
      findings.refuse("basis", basis, "must have at most " + BASIS_MAX + " characters");
    }
    if (basis != null
        && effectiveFrom != null
        && CitizenId.standsIn(basis, effectiveFrom.minusYears(1))) {
      findings.refuse("basis", basis, Findings.NO_CITIZEN_ID);
    }
  }
}
