package org.yizhan.roster.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem.FieldError;

/**
 * Reads the members of one message and collects every rule that one breaks, so that the sender
 * hears of all at once. A reading method answers null when it has found something.
 */
final class Findings {

  static final String MISSING = "must be present";
  static final String NO_CITIZEN_ID = "must not contain a citizen ID";

  private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * A citizen ID in the wrong member must not come back in clear, nor one with a character too few.
   */
  private static final Pattern PERHAPS_A_CITIZEN_ID = Pattern.compile("[0-9]{14,18}[Xx]?");

  /** No code has letters of another script; what stands in its place may be a name. */
  private static final Pattern PERHAPS_A_NAME = Pattern.compile("[\\p{L}&&[^\\p{ASCII}]]");

  private static final int SHOWN_MAX = 60;

  private final List<FieldError> errors = new ArrayList<>();

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  void refuse(String field, @Nullable String value, String rule) {
    errors.add(new FieldError(field, value == null ? null : shown(value), rule));
  }

  /** A refusal of a member whose value is never shown. */
  void refuseUnseen(String field, String rule) {
    errors.add(new FieldError(field, null, rule));
  }

  /** A value as it may be shown to its sender. */
  static String shown(String value) {
    if (PERHAPS_A_NAME.matcher(value).find()) {
      return "********";
    }
    var masked =
        PERHAPS_A_CITIZEN_ID.matcher(value).replaceAll(found -> CitizenId.mask(found.group()));
    return masked.length() <= SHOWN_MAX ? masked : masked.substring(0, SHOWN_MAX) + "…";
  }

  /** Blank counts as absent: exports of agencies' systems write empty texts. */
  static @Nullable String stated(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  @Nullable String required(String field, @Nullable String value) {
    var stated = stated(value);
    if (stated == null) {
      refuse(field, null, MISSING);
    }
    return stated;
  }

  @Nullable LocalDate requiredDate(String field, @Nullable String value) {
    return required(field, value) == null ? null : optionalDate(field, value);
  }

  @Nullable LocalDate optionalDate(String field, @Nullable String value) {
    var stated = stated(value);
    if (stated == null) {
      return null;
    }
    try {
      if (ISO_DATE.matcher(stated).matches()) {
        return LocalDate.parse(stated);
      }
    } catch (DateTimeException noSuchDay) {
      // the refusal below says it, as for any other text that is not a date
    }
    refuse(field, stated, "must be a date of the form YYYY-MM-DD");
    return null;
  }

  @Nullable OffsetDateTime optionalTime(String field, @Nullable String value) {
    var stated = stated(value);
    try {
      return stated == null ? null : OffsetDateTime.parse(stated);
    } catch (DateTimeException noTime) {
      refuse(field, stated, "must be a time with an offset like 2019-11-15T08:00:00+08:00");
      return null;
    }
  }

  /** Both ends of an interval are inclusive; an open end is null. */
  void refuseIfEndsBeforeItStarts(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      refuse(field, to.toString(), "must not be before " + from);
    }
  }

  <E extends Enum<E>> @Nullable E required(String field, @Nullable String value, Class<E> type) {
    return required(field, value) == null ? null : optional(field, value, type);
  }

  <E extends Enum<E>> @Nullable E optional(String field, @Nullable String value, Class<E> type) {
    var stated = stated(value);
    if (stated == null) {
      return null;
    }
    var constants = type.getEnumConstants();
    var found = Arrays.stream(constants).filter(one -> one.name().equals(stated)).findFirst();
    if (found.isEmpty()) {
      refuse(field, stated, "must be one of " + namesOf(constants));
    }
    return found.orElse(null);
  }

  private static String namesOf(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
  }
}
