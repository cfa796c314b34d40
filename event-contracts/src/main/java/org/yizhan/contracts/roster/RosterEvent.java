package org.yizhan.contracts.roster;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/**
 * Validated changes, on topic {@code roster}, keyed by person number. No citizen ID in clear from
 * here on.
 */
public sealed interface RosterEvent {

  /** Who the change is about and where it came from. */
  Origin origin();

  /** A person is enrolled; a later enrolment ends the earlier one the day before. */
  @JsonTypeName("enrolment-reported.v1")
  record EnrolmentReported(
      Origin origin,
      String city,
      String county,
      Scheme scheme,
      @Nullable EmploymentStatus status,
      LocalDate from,
      @Nullable LocalDate to)
      implements RosterEvent {}

  /**
   * A mark joined, changed or left. For {@code LEFT}, effectiveFrom is the first day without the
   * mark.
   */
  @JsonTypeName("mark-reported.v1")
  record MarkReported(
      Origin origin,
      Kind kind,
      String county,
      String category,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String basis,
      @Nullable BigDecimal standardPercent)
      implements RosterEvent {}

  /** An off-site filing for a hospital or a division. */
  @JsonTypeName("filing-reported.v1")
  record FilingReported(Origin origin, LocalDate from, @Nullable LocalDate to, String destination)
      implements RosterEvent {}

  /**
   * The person whose number stands in the origin is the same human as another, whose number stays.
   */
  @JsonTypeName("person-merged.v1")
  record PersonMerged(Origin origin, Identity mergedInto, String basis) implements RosterEvent {}

  /**
   * What eligibility held of a person who was merged; it says so itself, to whoever stays.
   *
   * @param origin of the merge, with the number that stays
   * @param fromPerson the number that was given up
   * @param reports with the origins they had there; empty for a person of whom nothing was reported
   */
  @JsonTypeName("reports-adopted.v1")
  record ReportsAdopted(
      Origin origin,
      String fromPerson,
      @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") List<RosterEvent> reports)
      implements RosterEvent {

    public ReportsAdopted {
      reports = List.copyOf(reports);
    }
  }

  /** An event of a type that this consumer does not know; it has no origin. Never sent. */
  record Unrecognised() implements RosterEvent {
    @Override
    public Origin origin() {
      throw new IllegalStateException(
          "an unrecognised event has no origin: ask for its type first");
    }
  }

  enum Kind {
    JOINED,
    CHANGED,
    LEFT
  }

  /**
   * A person as another is told of it.
   *
   * @param sealedId the citizen ID, encrypted
   */
  record Identity(String personNumber, String maskedId, String sealedId) {}

  /**
   * @param agency who answers for it
   * @param source where the agency's message stands
   * @param maskedId the only readable form of the citizen ID
   * @param sealedId the citizen ID, encrypted; sealedName likewise
   * @param receivedAt when the broker took the agency's message: the time since which the change is
   *     known
   * @param remarks what looks unlikely and is passed back to the agency
   */
  record Origin(
      String changeId,
      String agency,
      Source source,
      String personNumber,
      String maskedId,
      String sealedId,
      @Nullable String sealedName,
      OffsetDateTime receivedAt,
      List<FieldError> remarks) {

    /** The same word, said of another person. */
    public Origin about(Identity other) {
      return new Origin(
          changeId,
          agency,
          source,
          other.personNumber(),
          other.maskedId(),
          other.sealedId(),
          null,
          receivedAt,
          remarks);
    }

    /** The same word with the number that its person has now. */
    public Origin under(String number) {
      return new Origin(
          changeId, agency, source, number, maskedId, sealedId, sealedName, receivedAt, remarks);
    }
  }
}
