package org.yizhan.settlement;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.Parameter;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;

/**
 * Examines an operator's overlay directory with the reader of the service, without starting it. 0:
 * the service would start with it; 1: it would not, and the text says why; 2: asked wrongly.
 */
final class OverlayCheck {

  static final String COMMAND = "check-parameters";

  private final PrintStream out;
  private final Clock clock;

  OverlayCheck(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(String[] words) {
    if (words.length != 2) {
      out.println("usage: " + COMMAND + " <overlay directory>");
      return 2;
    }
    try {
      var shipped = LawUnits.FILES.load(LawUnits.SHIPPED, Optional.empty());
      var overlaid = LawUnits.FILES.load(LawUnits.SHIPPED, Optional.of(Path.of(words[1])));
      Laws.of(overlaid);
      describe(shipped, overlaid);
      return 0;
    } catch (BadParameterFile bad) {
      out.println("REFUSED " + bad.getMessage());
      return 1;
    }
  }

  private void describe(ParameterSet shipped, ParameterSet overlaid) {
    out.println("parameters " + overlaid.version() + " (" + overlaid.hash() + ")");
    var missing = names(shipped);
    missing.removeAll(names(overlaid));
    // Perhaps meant, perhaps forgotten: whoever needs the value is refused, so it is said.
    missing.forEach(name -> out.println("TAKEN AWAY " + name));
    overlaid.illustrative().forEach(name -> out.println("ILLUSTRATIVE " + name));
    for (var city : overlaid.pastReview(LocalDate.now(clock)).values()) {
      city.forEach(
          value ->
              out.println(
                  "PAST REVIEW %s from %s, was due by %s"
                      .formatted(value.name(), value.from(), value.reviewBy())));
    }
    out.println("the service would start with these parameters");
  }

  private static TreeSet<String> names(ParameterSet set) {
    return set.all().stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
