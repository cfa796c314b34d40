package org.yizhan.eligibility.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/** Reads what the query says, or answers with the field, the value and the rule. */
final class Parameters {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern PERHAPS_A_CITIZEN_ID = Pattern.compile("[0-9]{14,18}[Xx]?");
  private static final int LIMIT_MAX = 1_000;
  private static final int SHOWN_MAX = 60;

  private Parameters() {}

  static LocalDate day(String field, @Nullable String text, LocalDate whenAbsent) {
    return text == null ? whenAbsent : date(field, text, "must be a date of the form YYYY-MM-DD");
  }

  /**
   * A moment as such, or a day, which means its last moment.
   *
   * @return null when it is absent or today: then all counts that is known. The broker that stamps
   *     a report may be a little ahead of {@code now}, and what was just received is known (H13).
   */
  static @Nullable OffsetDateTime knownAt(@Nullable String text, OffsetDateTime now) {
    if (text == null) {
      return null;
    }
    var rule =
        "must be a date of the form YYYY-MM-DD or a time such as 2020-01-01T08:00:00Z (an offset's"
            + " plus sign is written %2B)";
    if (DATE.matcher(text).matches()) {
      var day = date("knownAt", text, rule);
      return day.equals(now.toLocalDate())
          ? null
          : notAfter(now, text, day.atTime(LocalTime.MAX).atOffset(now.getOffset()));
    }
    try {
      var moment = OffsetDateTime.parse(text);
      return notAfter(now, text, moment);
    } catch (DateTimeException noSuchTime) {
      throw malformed("knownAt", text, rule);
    }
  }

  /** What will be known nobody knows. */
  private static OffsetDateTime notAfter(OffsetDateTime now, String text, OffsetDateTime moment) {
    if (moment.isAfter(now)) {
      throw malformed("knownAt", text, "must not lie in the future");
    }
    return moment;
  }

  private static LocalDate date(String field, String text, String rule) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException noSuchDay) {
      // the refusal below says it, as for any other text that is not a date
    }
    throw malformed(field, text, rule);
  }

  static long after(String text) {
    if (!VERSION.matcher(text).matches()) {
      throw malformed("after", text, "must be a version, a whole number from 0");
    }
    return Long.parseLong(text);
  }

  static int limit(String text) {
    if (LIMIT.matcher(text).matches()) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    }
    throw malformed("limit", text, "must be a whole number from 1 to " + LIMIT_MAX);
  }

  static ProblemException malformed(String field, @Nullable String value, String rule) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Parameter " + field + " " + rule + ".",
            new FieldError(field, value == null ? null : shown(value), rule)));
  }

  /** A citizen ID in the wrong place must not come back in clear. */
  private static String shown(String value) {
    var masked =
        PERHAPS_A_CITIZEN_ID.matcher(value).replaceAll(found -> CitizenId.mask(found.group()));
    return masked.length() <= SHOWN_MAX ? masked : masked.substring(0, SHOWN_MAX) + "…";
  }
}
