package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Basic insurance: a share of what exceeds the stay's deductible. */
record BasicStage(Stay stay) {

  private static final Pattern LEVEL = Pattern.compile("/level-([123])$");

  Reckoned reckon(JsonNode explanation, BigDecimal inPolicy) {
    var folder = "basic/" + stay.scheme();
    var person =
        stay.scheme().equals("employee")
            ? folder + '/' + Stay.word(stay.text("employment"))
            : folder;
    int level = level(explanation);
    var inCity = stay.place().equals("IN_CITY");
    var deductible = stay.row(folder + "/deductible/" + (inCity ? "level-" + level : "off-site"));
    var ratios = person + "/ratio/" + Stay.word(stay.place());
    var ratio = stay.row(stay.law().knows(stay.name(ratios)) ? ratios : ratios + "/level-" + level);
    var cap = stay.row(folder + "/cap");
    return Reckoned.product(
        "stay",
        null,
        inPolicy,
        deductible.yuan(),
        ratio.ratio(),
        cap.cap(),
        List.of(deductible, ratio, cap));
  }

  /** Without a register of hospitals the level is the one that the named parameters are of. */
  private int level(JsonNode explanation) {
    if (stay.level() != null) {
      return stay.level();
    }
    var named = new TreeSet<Integer>();
    for (var name : explanation.path("parameters").findValuesAsString("name")) {
      var found = LEVEL.matcher(name);
      if (found.find()) {
        named.add(Integer.valueOf(found.group(1)));
      }
    }
    if (named.size() > 1) {
      stay.findings().say("BASIC uses parameters of hospital levels " + named);
    }
    return named.isEmpty() ? 0 : named.first();
  }
}
