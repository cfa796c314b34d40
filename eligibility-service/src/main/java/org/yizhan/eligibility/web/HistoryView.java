package org.yizhan.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.eligibility.person.AppliedChange;
import org.yizhan.eligibility.person.Person;

/**
 * A page of what was reported of a person, in the order of its arrival, so that each mark is traced
 * to who answers for it (H11). Nothing of it names the person: no ID, no name.
 *
 * @param next the version that the next page comes after, absent on the last one
 */
record HistoryView(
    String personNumber,
    List<Report> reports,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long next) {

  /**
   * @param version the person's version that first contains it
   * @param agency who said it and answers for it
   * @param receivedAt since when it is known
   * @param source where the agency's own message stands
   */
  record Report(
      long version,
      String changeId,
      String agency,
      Type type,
      Said said,
      OffsetDateTime receivedAt,
      Source source,
      List<FieldError> remarks) {}

  enum Type {
    ENROLMENT,
    MARK,
    FILING,
    /** The number was given up for another. */
    MERGE,
    /** Another number was given up for this one. */
    ADOPTION
  }

  /** What was said, by its type. */
  sealed interface Said {}

  record EnrolmentSaid(
      Scheme scheme,
      @Nullable EmploymentStatus status,
      LocalDate from,
      @Nullable LocalDate to,
      String city,
      String county)
      implements Said {}

  /** For {@code LEFT}, effectiveFrom is the first day without the mark. */
  record MarkSaid(
      Kind kind,
      String category,
      String county,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String basis,
      @Nullable BigDecimal standardPercent)
      implements Said {}

  record FilingSaid(LocalDate from, @Nullable LocalDate to, String destination) implements Said {}

  record MergeSaid(String mergedInto, String basis) implements Said {}

  /**
   * @param reports what had been reported under the other number, each with its own origin and with
   *     the version of this person that first contains it
   */
  record AdoptionSaid(String mergedFrom, List<Report> reports) implements Said {}

  static HistoryView of(Person person, long after, int limit) {
    var rest = person.changes().stream().filter(one -> one.version() > after).toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    return new HistoryView(
        person.number(),
        page.stream().map(HistoryView::reportOf).toList(),
        page.size() < rest.size() ? page.getLast().version() : null);
  }

  private static Report reportOf(AppliedChange change) {
    return switch (change.event()) {
      case EnrolmentReported one ->
          report(
              change,
              Type.ENROLMENT,
              new EnrolmentSaid(
                  one.scheme(), one.status(), one.from(), one.to(), one.city(), one.county()));
      case MarkReported one ->
          report(
              change,
              Type.MARK,
              new MarkSaid(
                  one.kind(),
                  one.category(),
                  one.county(),
                  one.effectiveFrom(),
                  one.effectiveTo(),
                  one.basis(),
                  one.standardPercent()));
      case FilingReported one ->
          report(change, Type.FILING, new FilingSaid(one.from(), one.to(), one.destination()));
      case PersonMerged one ->
          report(change, Type.MERGE, new MergeSaid(one.mergedInto().personNumber(), one.basis()));
      case ReportsAdopted one ->
          report(
              change,
              Type.ADOPTION,
              new AdoptionSaid(
                  one.fromPerson(),
                  one.reports().stream()
                      .map(each -> reportOf(adopted(change.version(), each)))
                      .toList()));
      case RosterEvent.Unrecognised _ ->
          throw new IllegalStateException("an unknown event is never stored");
    };
  }

  private static AppliedChange adopted(long version, RosterEvent event) {
    return new AppliedChange(version, event, event.origin().remarks());
  }

  private static Report report(AppliedChange change, Type type, Said said) {
    var origin = change.event().origin();
    return new Report(
        change.version(),
        origin.changeId(),
        origin.agency(),
        type,
        said,
        origin.receivedAt(),
        origin.source(),
        change.remarks());
  }
}
