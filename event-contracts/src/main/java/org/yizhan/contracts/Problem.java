package org.yizhan.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as a person can act on it, in the shape of RFC 9457 ({@code application/problem+json})
 * with a stable kebab-case {@code code} and the fields it is about.
 *
 * @param status the HTTP status it is answered with
 * @param errors which field, which value (masked where personal), which rule
 */
public record Problem(
    String type, String title, int status, String detail, String code, List<FieldError> errors) {

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /** The type is made from the code, so that one name finds code, text and documentation. */
  public static Problem of(
      int status, String code, String title, String detail, FieldError... errors) {
    return new Problem(
        "https://yizhan.org/problems/" + code, title, status, detail, code, List.of(errors));
  }

  /** One field that is wrong; {@code value} is null when the member is missing. */
  public record FieldError(
      String field, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String value, String rule) {}
}
