package org.yizhan.local.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.yizhan.contracts.Money;
import org.yizhan.local.sample.SampleData.Discharge;
import tools.jackson.databind.JsonNode;

/** What came of one discharge: beside the expectation, and as lines for the terminal. */
final class Sheet {

  private Sheet() {}

  /** What differs from the expectation, in words; empty when nothing does. */
  static List<String> differences(Discharge discharge, JsonNode settlement) {
    var found = new ArrayList<String>();
    if (!settlement.path("status").asString("").equals("SETTLED")) {
      found.add(
          "is " + settlement.path("status").asString("?") + ": " + settlement.path("problem"));
      return found;
    }
    return shareDifferences(discharge, settlement);
  }

  /** As {@link #differences}, also of a trial. */
  static List<String> shareDifferences(Discharge discharge, JsonNode settlement) {
    var found = new ArrayList<String>();
    discharge
        .expected()
        .forEach(
            (payer, expected) ->
                compare(payer.name(), expected, amountOf(payer.name(), settlement), found));
    compare("patient", discharge.patient(), settlement.path("patient").asString("nothing"), found);
    return found;
  }

  private static void compare(String who, Money expected, String found, List<String> differences) {
    if (!expected.toString().equals(found)) {
      differences.add(who + " must be " + expected + ", is " + found);
    }
  }

  private static String amountOf(String payer, JsonNode settlement) {
    for (var share : settlement.path("shares")) {
      if (share.path("payer").asString("").equals(payer)) {
        return share.path("amount").asString("nothing");
      }
    }
    return "nothing";
  }

  static String table(Discharge discharge, JsonNode settlement) {
    var text =
        new StringBuilder("\n%s  (%s)\n".formatted(discharge.title(), discharge.encounterId()));
    text.append(
        "  discharged %s from %s, bill %s, in-policy %s\n"
            .formatted(
                discharge.dischargeDate(),
                discharge.hospitalCode(),
                discharge.amounts().total(),
                discharge.amounts().inPolicy()));
    for (var share : settlement.path("shares")) {
      text.append(
          line(share.path("payer").asString(""), share.path("amount").asString(""), why(share)));
    }
    return text.append(line("patient", settlement.path("patient").asString(""), "")).toString();
  }

  /** The reason of a share of nothing; else where the numbers it was made with stand. */
  private static String why(JsonNode share) {
    var reason = share.path("reason").asString("");
    if (!reason.isEmpty()) {
      return reason;
    }
    var references = new LinkedHashSet<String>();
    share
        .path("explanation")
        .path("parameters")
        .forEach(parameter -> references.add(parameter.path("reference").asString("")));
    return String.join("; ", references);
  }

  private static String line(String who, String amount, String why) {
    return "  %-14s %12s  %s".formatted(who, amount, why).stripTrailing() + "\n";
  }
}
