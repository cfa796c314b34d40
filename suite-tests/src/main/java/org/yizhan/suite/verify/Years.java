package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The settlements of each person's year in their order, as they stand: what a stay says was there
 * before must be what those before it have used up. A revision takes a settlement away or states it
 * anew, in its old place. What it leaves as it is keeps its amounts, so they still count. One human
 * has one set of caps: what numbers that were given up have used counts for the one that stays.
 */
public final class Years {

  /** What a settlement uses up. */
  private record Standing(Map<String, BigDecimal> paid, BigDecimal base) {}

  private final Coverages coverages;
  private final Map<String, Map<String, Standing>> years = new HashMap<>();
  private final Map<String, JsonNode> seen = new HashMap<>();
  private final Set<String> disturbed = new HashSet<>();
  private final Set<String> revised = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param coverages tell which numbers are one human; their settlements are to be followed first
   */
  public Years(Coverages coverages) {
    this.coverages = coverages;
  }

  /** An event of an unknown type: the person's years may have changed, and are not followed on. */
  public void disturb(String personNumber) {
    disturbed.add(personNumber);
  }

  /**
   * The next settlement.
   *
   * @return false when it was seen before; a redelivered one says the same
   */
  public boolean settled(JsonNode settlement) {
    var id = settlement.path("settlementId").asString("?");
    if (isRepeated(id, settlement)) {
      return false;
    }
    state(settlement);
    return true;
  }

  /**
   * The next {@code claims-revised} or {@code claims-reimbursed}.
   *
   * @return false when it was seen before
   */
  public boolean revised(JsonNode event) {
    var id = event.path("revisionId").asString(event.path("caseId").asString("?"));
    if (isRepeated(id, event)) {
      return false;
    }
    for (var revision : event.path("revisions")) {
      var now = revision.path("settlement");
      leaveMerged(event, now.path("personNumber").asString(""));
      requireStoodSo(revision.path("before"));
      if (isCancelled(now)) {
        yearOf(now).remove(now.path("settlementId").asString("?"));
      } else {
        state(now);
      }
    }
    return true;
  }

  /**
   * What was used elsewhere is a fact of the day of each settlement. Where it may have changed
   * since, nobody can tell it from here any more.
   */
  private void leaveMerged(JsonNode event, String person) {
    revised.add(person);
    if (event.has("caseId") && coverages.isSurvivor(person)) {
      disturbed.add(person);
    }
  }

  static boolean isCancelled(JsonNode settlement) {
    return settlement.path("status").asString("").equals("CANCELLED");
  }

  private boolean isRepeated(String id, JsonNode said) {
    var known = seen.putIfAbsent(id, said);
    if (known != null && !known.equals(said)) {
      problems.add(id + " was published twice with different content");
    }
    return known != null;
  }

  private void requireStoodSo(JsonNode before) {
    var id = before.path("settlementId").asString("?");
    var findings = new Findings(id);
    var stood = yearOf(before).get(id);
    if (stood == null) {
      findings.say("was revised and did not stand");
    } else if (!stood.paid().equals(amounts(before, findings))) {
      findings.say("was revised from amounts that it did not have");
    }
    keep(before, findings);
  }

  /** Holds a settlement against those before it, and puts it in its place. */
  private void state(JsonNode settlement) {
    var id = settlement.path("settlementId").asString("?");
    var findings = new Findings(id);
    var paid = amounts(settlement, findings);
    var earlier = before(id, yearOf(settlement));
    for (var number : coverages.mergedFrom(settlement)) {
      earlier.addAll(yearOf(number, settlement).values());
      if (revised.contains(number)) {
        disturbed.add(settlement.path("personNumber").asString(""));
      }
    }
    for (var share : settlement.path("shares")) {
      var payer = share.path("payer").asString("");
      var was = Yuan.in(settlement.path("yearToDate"), payer, findings).subtract(paid.get(payer));
      same(payer + " paid in the year before", was, sum(earlier, payer), findings);
    }
    var base = base(settlement, earlier, findings);
    yearOf(settlement).put(id, new Standing(paid, base));
    keep(settlement, findings);
  }

  private static BigDecimal base(JsonNode settlement, List<Standing> earlier, Findings findings) {
    for (var share : settlement.path("shares")) {
      var explanation = share.path("explanation");
      if (explanation.has("cumulativeBefore")) {
        same(
            "cumulative base before",
            Yuan.in(explanation, "cumulativeBefore", findings),
            earlier.stream().map(Standing::base).reduce(Yuan.NOTHING, BigDecimal::add),
            findings);
        return Yuan.in(explanation, "base", findings);
      }
    }
    return Yuan.NOTHING;
  }

  /** All that stand before it; a settlement that is stated anew keeps its place. */
  private static List<Standing> before(String id, Map<String, Standing> year) {
    var earlier = new ArrayList<Standing>();
    for (var one : year.entrySet()) {
      if (one.getKey().equals(id)) {
        return earlier;
      }
      earlier.add(one.getValue());
    }
    return earlier;
  }

  private static BigDecimal sum(List<Standing> earlier, String payer) {
    return earlier.stream()
        .map(one -> one.paid().getOrDefault(payer, Yuan.NOTHING))
        .reduce(Yuan.NOTHING, BigDecimal::add);
  }

  private static Map<String, BigDecimal> amounts(JsonNode settlement, Findings findings) {
    var amounts = new HashMap<String, BigDecimal>();
    for (var share : settlement.path("shares")) {
      amounts.put(share.path("payer").asString(""), Yuan.in(share, "amount", findings));
    }
    return amounts;
  }

  private Map<String, Standing> yearOf(JsonNode settlement) {
    return yearOf(settlement.path("personNumber").asString(""), settlement);
  }

  /** The year of the settlement's city and discharge, under a number of the human. */
  private Map<String, Standing> yearOf(String personNumber, JsonNode settlement) {
    var key =
        String.join(
            "/",
            personNumber,
            settlement.path("city").asString(""),
            settlement.path("dischargeDate").asString("0000").substring(0, 4));
    return years.computeIfAbsent(key, _ -> new LinkedHashMap<>());
  }

  private static void same(String what, BigDecimal found, BigDecimal left, Findings findings) {
    findings.same(what, found.toPlainString(), left.toPlainString());
  }

  private void keep(JsonNode settlement, Findings findings) {
    if (!disturbed.contains(settlement.path("personNumber").asString(""))) {
      problems.addAll(findings.lines());
    }
  }

  public List<String> problems() {
    return List.copyOf(problems);
  }
}
