package org.yizhan.contracts.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;

/**
 * A person's enrolments, identity marks and off-site filings at one version; all intervals are
 * inclusive.
 *
 * @param city of the latest enrolment, null before the first; county likewise
 * @param eligibilityVersion counts this person's changes from 1
 * @param mergedInto the number that stays, once this one was given up; null, and absent on the
 *     wire, before. Nothing changes any more then: what is reported later is found there
 * @param mergedFrom the numbers that were given up for this one, directly or in turn, in their
 *     order; absent on the wire when there are none
 */
public record Coverage(
    String personNumber,
    String maskedId,
    @Nullable String city,
    @Nullable String county,
    long eligibilityVersion,
    List<Enrolment> enrolments,
    List<Mark> marks,
    List<Filing> filings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedInto,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> mergedFrom) {

  public Coverage {
    enrolments = List.copyOf(enrolments);
    marks = List.copyOf(marks);
    filings = List.copyOf(filings);
    mergedFrom = mergedFrom == null ? List.of() : List.copyOf(mergedFrom);
  }

  /** Of a person who was never merged. */
  public Coverage(
      String personNumber,
      String maskedId,
      @Nullable String city,
      @Nullable String county,
      long eligibilityVersion,
      List<Enrolment> enrolments,
      List<Mark> marks,
      List<Filing> filings) {
    this(
        personNumber,
        maskedId,
        city,
        county,
        eligibilityVersion,
        enrolments,
        marks,
        filings,
        null,
        List.of());
  }

  public record Enrolment(
      Scheme scheme,
      @Nullable EmploymentStatus status,
      LocalDate from,
      @Nullable LocalDate to,
      String city,
      String county) {

    public boolean isInForceOn(LocalDate day) {
      return contains(from, to, day);
    }
  }

  /**
   * @param agency who confirmed it and answers for it
   * @param recordedAt since when it is known
   * @param standardPercent a person's own standard (W2), 0 to 100; it replaces the category's ratio
   */
  public record Mark(
      String category,
      String county,
      String agency,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String basis,
      OffsetDateTime recordedAt,
      @Nullable BigDecimal standardPercent) {

    public boolean isInForceOn(LocalDate day) {
      return contains(effectiveFrom, effectiveTo, day);
    }
  }

  /**
   * @param destination a hospital code, or a division that covers its prefix without trailing pairs
   *     of zeros
   */
  public record Filing(LocalDate from, @Nullable LocalDate to, String destination) {

    public boolean isInForceOn(LocalDate day) {
      return contains(from, to, day);
    }
  }

  private static boolean contains(LocalDate from, @Nullable LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
