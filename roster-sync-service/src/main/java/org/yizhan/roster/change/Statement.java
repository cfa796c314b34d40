package org.yizhan.roster.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;

/**
 * A message that broke no rule, parsed. It still holds the citizen ID and the name in clear: never
 * log it.
 */
sealed interface Statement {

  Head head();

  /** The same as an event, without the person in clear. */
  RosterEvent reportedBy(Origin origin);

  /** Everything that was said but the head, in a fixed order: what "the same content" means. */
  List<@Nullable Object> content();

  /**
   * @param name null where the message has no such member
   */
  record Head(String changeId, CitizenId citizen, @Nullable String name) {}

  record Enrolment(
      Head head,
      String city,
      String county,
      Scheme scheme,
      @Nullable EmploymentStatus status,
      LocalDate from,
      @Nullable LocalDate to)
      implements Statement {

    @Override
    public RosterEvent reportedBy(Origin origin) {
      return new EnrolmentReported(origin, city, county, scheme, status, from, to);
    }

    @Override
    public List<@Nullable Object> content() {
      return Arrays.asList("enrolment", city, county, scheme, status, from, to);
    }
  }

  record Mark(
      Head head,
      Kind kind,
      String county,
      String category,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String basis,
      @Nullable BigDecimal standardPercent)
      implements Statement {

    @Override
    public RosterEvent reportedBy(Origin origin) {
      return new MarkReported(
          origin, kind, county, category, effectiveFrom, effectiveTo, basis, standardPercent);
    }

    @Override
    public List<@Nullable Object> content() {
      return Arrays.asList(
          "mark", kind, county, category, effectiveFrom, effectiveTo, basis, standardPercent);
    }
  }

  record Filing(Head head, LocalDate from, @Nullable LocalDate to, String destination)
      implements Statement {

    @Override
    public RosterEvent reportedBy(Origin origin) {
      return new FilingReported(origin, from, to, destination);
    }

    @Override
    public List<@Nullable Object> content() {
      return Arrays.asList("filing", from, to, destination);
    }
  }

  /**
   * One human under two IDs.
   *
   * @param head of the ID that is given up
   * @param into who stays
   */
  record Merge(Head head, Identity into, String basis) implements Statement {

    @Override
    public RosterEvent reportedBy(Origin origin) {
      return new PersonMerged(origin, into, basis);
    }

    @Override
    public List<@Nullable Object> content() {
      return Arrays.asList("merge", into.personNumber(), basis);
    }
  }
}
