package org.yizhan.contracts.agency;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What agencies publish. Every member is nullable text or number, as it arrives: roster-sync says
 * what is missing or wrong, member by member, instead of failing on the first.
 */
public sealed interface AgencyMessage {

  @Nullable String changeId();

  @Nullable String idNumber();

  /** Topic {@code enrolment.changes}: a person is enrolled in a city's basic insurance. */
  @JsonTypeName("enrolment-changed.v1")
  record EnrolmentChanged(
      @Nullable String changeId,
      @Nullable String idNumber,
      @Nullable String name,
      @Nullable String city,
      @Nullable String county,
      @Nullable String scheme,
      @Nullable String status,
      @Nullable String from,
      @Nullable String to)
      implements AgencyMessage {}

  /** Topics {@code roster.changes.*}: an agency confirms, changes or ends an identity mark. */
  @JsonTypeName("roster-change.v1")
  record RosterChange(
      @Nullable String changeId,
      @Nullable String kind,
      @Nullable String idNumber,
      @Nullable String name,
      @Nullable String county,
      @Nullable String category,
      @Nullable String effectiveFrom,
      @Nullable String effectiveTo,
      @Nullable String basis,
      @Nullable BigDecimal standardPercent)
      implements AgencyMessage {}

  /** Topic {@code filing.changes}: an off-site filing (异地就医登记备案). */
  @JsonTypeName("off-site-filing-changed.v1")
  record OffSiteFilingChanged(
      @Nullable String changeId,
      @Nullable String idNumber,
      @Nullable String from,
      @Nullable String to,
      @Nullable String destination)
      implements AgencyMessage {}

  /** A message of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements AgencyMessage {
    @Override
    public @Nullable String changeId() {
      return null;
    }

    @Override
    public @Nullable String idNumber() {
      return null;
    }
  }
}
