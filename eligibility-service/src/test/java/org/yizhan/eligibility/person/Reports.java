package org.yizhan.eligibility.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;

/** Reports of one person as vocabulary; each is said a minute after the one before. */
public final class Reports {

  private static final OffsetDateTime START = OffsetDateTime.parse("2020-01-01T08:00:00+08:00");

  private final String person;
  private OffsetDateTime start = START;
  private final String series;
  private int said;

  public Reports(String person) {
    this(person, "C");
  }

  /**
   * @param series the change ids begin with it: of one agency they differ between persons
   */
  public Reports(String person, String series) {
    this.person = person;
    this.series = series;
  }

  public Identity identity() {
    return new Identity(person, "441600********" + person, "sealed id of " + person);
  }

  public PersonMerged mergedInto(Reports other) {
    var said = origin("medical-insurance");
    var unnamed = said.about(identity());
    return new PersonMerged(unnamed, other.identity(), "同一人");
  }

  /** The next report is received at this time. */
  public Reports at(String time) {
    start = OffsetDateTime.parse(time).minusMinutes(said);
    return this;
  }

  public EnrolmentReported enrolled(String from, String to, String county) {
    return new EnrolmentReported(
        origin("medical-insurance"),
        county.substring(0, 4) + "00",
        county,
        Scheme.RESIDENT,
        null,
        day(from),
        day(to));
  }

  public EnrolmentReported employed(EmploymentStatus status, String from) {
    return new EnrolmentReported(
        origin("medical-insurance"), "441600", "441602", Scheme.EMPLOYEE, status, day(from), null);
  }

  public MarkReported joined(String category, String from) {
    return mark(Kind.JOINED, category, from, null);
  }

  public MarkReported left(String category, String from) {
    return mark(Kind.LEFT, category, from, null);
  }

  public MarkReported changed(String category, String from) {
    return mark(Kind.CHANGED, category, from, null);
  }

  public MarkReported mark(Kind kind, String category, String from, String to) {
    return new MarkReported(
        origin(agencyOf(category)),
        kind,
        "441602",
        category,
        day(from),
        day(to),
        "basis " + said,
        null);
  }

  public FilingReported filed(String from, String to, String destination) {
    return new FilingReported(origin("medical-insurance"), day(from), day(to), destination);
  }

  static MarkReported in(String county, MarkReported mark) {
    return new MarkReported(
        mark.origin(),
        mark.kind(),
        county,
        mark.category(),
        mark.effectiveFrom(),
        mark.effectiveTo(),
        mark.basis(),
        mark.standardPercent());
  }

  public static MarkReported standard(String percent, MarkReported mark) {
    return new MarkReported(
        mark.origin(),
        mark.kind(),
        mark.county(),
        mark.category(),
        mark.effectiveFrom(),
        mark.effectiveTo(),
        mark.basis(),
        new BigDecimal(percent));
  }

  public static MarkReported by(String agency, MarkReported mark) {
    var o = mark.origin();
    var other =
        new Origin(
            o.changeId(),
            agency,
            o.source(),
            o.personNumber(),
            o.maskedId(),
            o.sealedId(),
            o.sealedName(),
            o.receivedAt(),
            o.remarks());
    return new MarkReported(
        other,
        mark.kind(),
        mark.county(),
        mark.category(),
        mark.effectiveFrom(),
        mark.effectiveTo(),
        mark.basis(),
        mark.standardPercent());
  }

  private static String agencyOf(String category) {
    return category.equals("REGISTERED_POOR") ? "poverty-relief" : "civil-affairs";
  }

  private Origin origin(String agency) {
    int number = said++;
    return new Origin(
        series + number,
        agency,
        new Source("topic-of-" + agency, 0, number),
        person,
        identity().maskedId(),
        identity().sealedId(),
        "sealed name",
        start.plusMinutes(number),
        List.of());
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
