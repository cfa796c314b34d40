package org.yizhan.contracts.agency;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

  /**
   * Topic {@code enrolment.changes}: one human was registered under two citizen IDs.
   *
   * @param idNumber the one that stays
   * @param duplicateIdNumber the one that is given up
   */
  @JsonTypeName("persons-merged.v1")
  record PersonsMerged(
      @Nullable String changeId,
      @Nullable String idNumber,
      @Nullable String duplicateIdNumber,
      @Nullable String basis)
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

  /**
   * Topics {@code roster.changes.*}: one row of an agency's full roster. What the agency has said
   * before and says again in a row changes nothing.
   *
   * @param row counts from 1; a row sent again under its number is the same row
   */
  @JsonTypeName("roster-row.v1")
  record RosterRow(
      @Nullable String rosterId,
      @Nullable Long row,
      @Nullable String idNumber,
      @Nullable String name,
      @Nullable String county,
      @Nullable String category,
      @Nullable String effectiveFrom,
      @Nullable String effectiveTo,
      @Nullable String basis,
      @Nullable BigDecimal standardPercent)
      implements AgencyMessage {

    @Override
    public @Nullable String changeId() {
      return rosterId == null || row == null ? null : rosterId + "#" + row;
    }

    /** The same row of another roster, or of a file that does not number its rows. */
    public RosterRow numbered(String roster, long number) {
      return new RosterRow(
          roster,
          number,
          idNumber,
          name,
          county,
          category,
          effectiveFrom,
          effectiveTo,
          basis,
          standardPercent);
    }

    /**
     * What this row adds to its roster's checksum: the first five bytes, as a number, of the
     * SHA-256 of its members from {@code row} to {@code standardPercent} as they were sent, in
     * UTF-8 with a vertical bar between them and nothing for an absent one. The checksum is the sum
     * over all rows in hexadecimal digits: the order in which they arrive cannot matter, and eight
     * million rows fit.
     */
    public long checksum() {
      var members =
          Arrays.asList(
              row,
              idNumber,
              name,
              county,
              category,
              effectiveFrom,
              effectiveTo,
              basis,
              standardPercent);
      var text = members.stream().map(m -> m == null ? "" : m.toString()).collect(joining("|"));
      try {
        var digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong() >>> CHECKSUM_SHIFT;
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    private static final int CHECKSUM_SHIFT = 24;
  }

  /**
   * Topics {@code roster.changes.*}, before, among or after the rows: the agency's full roster of a
   * division, of one category or of all. Whoever is marked there and has no row leaves on the day
   * the roster is of, once every row is here and the checksum agrees.
   *
   * @param division a county, or a city for all its counties
   * @param category null for all that the agency confirms
   * @param asOf the day whose state the roster shows
   * @param takenAt when the agency drew the roster, RFC 3339: whoever it reported later is not
   *     judged by it; null for the arrival of this message
   * @param rows how many there are
   * @param checksum see {@link RosterRow#checksum}
   */
  @JsonTypeName("roster-announced.v1")
  record RosterAnnounced(
      @Nullable String rosterId,
      @Nullable String division,
      @Nullable String category,
      @Nullable String asOf,
      @Nullable String takenAt,
      @Nullable Long rows,
      @Nullable String checksum)
      implements AgencyMessage {

    @Override
    public @Nullable String changeId() {
      return rosterId;
    }

    @Override
    public @Nullable String idNumber() {
      return null;
    }
  }

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
