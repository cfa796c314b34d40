package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The settlements of each person's year in their order: what a stay says was there before must be
 * what the stay before left. Whatever else happens to a person (a cancellation, a late mark) may
 * change the years from outside; from there on they are followed anew.
 */
public final class Years {

  private final Map<String, Map<String, BigDecimal>> paid = new HashMap<>();
  private final Map<String, BigDecimal> base = new HashMap<>();
  private final Map<String, JsonNode> seen = new HashMap<>();
  private final Set<String> disturbed = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** An event that is no settlement: the person's years may have changed. */
  public void disturb(String personNumber) {
    disturbed.add(personNumber);
    paid.keySet().removeIf(year -> year.startsWith(personNumber + '/'));
    base.keySet().removeIf(year -> year.startsWith(personNumber + '/'));
  }

  /**
   * The next settlement.
   *
   * @return false when it was seen before; a redelivered one says the same
   */
  public boolean follow(JsonNode settlement) {
    var id = settlement.path("settlementId").asString("?");
    var known = seen.putIfAbsent(id, settlement);
    if (known != null) {
      if (!known.equals(settlement)) {
        problems.add(id + " was published twice with different content");
      }
      return false;
    }
    var findings = new Findings(id);
    follow(settlement, findings);
    problems.addAll(findings.lines());
    return true;
  }

  private void follow(JsonNode settlement, Findings findings) {
    var person = settlement.path("personNumber").asString("");
    var day = settlement.path("dischargeDate").asString("0000");
    var year = person + '/' + settlement.path("city").asString("") + '/' + day.substring(0, 4);
    boolean anew = disturbed.contains(person);
    var before = paid.computeIfAbsent(year, _ -> new HashMap<>());
    for (var share : settlement.path("shares")) {
      var payer = share.path("payer").asString("");
      var now = Yuan.in(settlement.path("yearToDate"), payer, findings);
      var was = now.subtract(Yuan.in(share, "amount", findings));
      same(anew, payer + " paid in the year before", was, before.get(payer), findings);
      before.put(payer, now);
      base(anew, year, share.path("explanation"), findings);
    }
  }

  private void base(boolean anew, String year, JsonNode explanation, Findings findings) {
    if (explanation.has("cumulativeBefore")) {
      var was = Yuan.in(explanation, "cumulativeBefore", findings);
      same(anew, "cumulative base before", was, base.get(year), findings);
      base.put(year, Yuan.in(explanation, "cumulativeAfter", findings));
    }
  }

  /** A year begins with nothing, unless something happened to the person that is not told here. */
  private static void same(
      boolean anew, String what, BigDecimal found, @Nullable BigDecimal left, Findings findings) {
    if (left != null || !anew) {
      findings.same(
          what, found.toPlainString(), (left == null ? Yuan.NOTHING : left).toPlainString());
    }
  }

  public List<String> problems() {
    return List.copyOf(problems);
  }
}
