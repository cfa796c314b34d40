package org.yizhan.suite.verify;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whether a payer takes part in an off-site stay: some only when it is filed, from a day on, and
 * while the city's function is open. That it was closed only the settlement knows.
 *
 * @param used the rows that were asked
 */
record OffSiteDoor(boolean closed, List<Row> used) {

  private static final String FUNCTION = "off-site/needs-open-function";

  static OffSiteDoor of(Stay stay, String payer, JsonNode explanation) {
    if (stay.place().equals("IN_CITY")) {
      return new OffSiteDoor(false, List.of());
    }
    var gated = stay.row("off-site/payers-that-need-a-filing");
    if (!gated.texts().contains(payer)) {
      return new OffSiteDoor(false, List.of());
    }
    if (stay.place().equals("UNFILED")) {
      return new OffSiteDoor(true, List.of(gated));
    }
    var begins = stay.row("off-site/filed-stays-from");
    if (stay.day().isBefore(begins.day())) {
      return new OffSiteDoor(true, List.of(begins));
    }
    var function = stay.row(FUNCTION);
    return function.yes() && saysClosed(stay, explanation)
        ? new OffSiteDoor(true, List.of(function))
        : new OffSiteDoor(false, List.of(gated, begins, function));
  }

  /** Of the three rows a closed function shows its own only. */
  private static boolean saysClosed(Stay stay, JsonNode explanation) {
    var names = explanation.path("parameters").findValuesAsString("name");
    return explanation.path("rule").asString("").equals("none")
        && names.contains(stay.name(FUNCTION))
        && !names.contains(stay.name("off-site/filed-stays-from"));
  }
}
