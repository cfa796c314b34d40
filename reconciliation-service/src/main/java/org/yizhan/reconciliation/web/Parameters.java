package org.yizhan.reconciliation.web;

import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonth;

/** Reads what a path or query says, or answers with the field, the value and the rule. */
final class Parameters {

  private static final int LIMIT_MAX = 5_000;
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private Parameters() {}

  static YearMonth month(String field, String text) {
    if (!MONTH.matcher(text).matches()) {
      throw malformed(field, text, "must be a month such as 2026-11");
    }
    return YearMonth.parse(text);
  }

  static int limit(String text) {
    if (text.matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    }
    throw malformed("limit", text, "must be a whole number from 1 to " + LIMIT_MAX);
  }

  static UUID lineId(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAUuid) {
      throw malformed(field, text, "must be a line id (UUID)");
    }
  }

  static ProblemException unknownHospitalMonth(HospitalMonth month) {
    var rule =
        "must be a month in which a settlement of this hospital or its revision was received";
    return new ProblemException(
        Problem.of(
            404,
            "unknown-hospital-month",
            "Unknown hospital month",
            "Nothing was collected for hospital "
                + month.hospitalCode()
                + " in "
                + month.month()
                + ".",
            new FieldError("hospitalCode", month.hospitalCode(), rule),
            new FieldError("month", month.month().toString(), rule)));
  }

  static ProblemException unknownHospital(String hospitalCode) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-hospital",
            "Unknown hospital",
            "Nothing was ever collected for hospital " + hospitalCode + ".",
            new FieldError("hospitalCode", hospitalCode, "must be a hospital with a settlement")));
  }

  static ProblemException malformed(String field, @Nullable String value, String rule) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Parameter " + field + " " + rule + ".",
            new FieldError(field, value, rule)));
  }
}
