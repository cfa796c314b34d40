package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** There is no value for this day. Never answered with a silent zero. */
public final class MissingParameter extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final LocalDate day;

  MissingParameter(String parameter, LocalDate day, @Nullable LocalDate firstDay) {
    super(text(parameter, day, firstDay), null, false, false);
    this.parameter = parameter;
    this.day = day;
  }

  private static String text(String parameter, LocalDate day, @Nullable LocalDate firstDay) {
    var why =
        firstDay == null ? "no parameter file gives one" : "its first value starts on " + firstDay;
    return "%s has no value on %s: %s. Add the value, with its status and reference, to %s."
        .formatted(parameter, day, why, fileOf(parameter));
  }

  private static String fileOf(String parameter) {
    var parts = parameter.split("/", 3);
    return "parameters/" + parts[0] + '/' + parts[1] + ".yaml";
  }

  /** City, file and key, for example {@code 441600/assistance/in-part/cap}. */
  public String parameter() {
    return parameter;
  }

  public LocalDate day() {
    return day;
  }
}
