package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes one value of a settlement by the least that makes it another. */
final class Alteration {

  /** Facts of person and stay that a settlement alone cannot prove. */
  private static final Set<String> BELIEVED =
      Set.of(
          "settlementId",
          "status",
          "hospitalCode",
          "encounterId",
          "personNumber",
          "maskedId",
          "county",
          "admissionDate",
          "dischargeDate",
          "receivedAt",
          "settledAt",
          "eligibilityVersion",
          "categoryCounty",
          "reason");

  private Alteration() {}

  /** Every value that the verifier must hold against something. */
  static List<JsonPointer> placesIn(JsonNode settlement) {
    var places = new ArrayList<JsonPointer>();
    collect(JsonPointer.empty(), settlement, places);
    places.removeIf(place -> isYearOfAPayerWithoutACapLeft(place, settlement));
    return places;
  }

  private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> places) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                if (!BELIEVED.contains(member.getKey())) {
                  collect(at.appendProperty(member.getKey()), member.getValue(), places);
                }
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(at.appendIndex(i), node.path(i), places);
      }
    } else if (!node.isNull()) {
      places.add(at);
    }
  }

  /** Where no cap is left, only the settlements before tell what was paid: {@link Years}. */
  private static boolean isYearOfAPayerWithoutACapLeft(JsonPointer place, JsonNode settlement) {
    var payer = place.last().getMatchingProperty();
    if (!place.toString().startsWith("/yearToDate/") || payer.equals("year")) {
      return false;
    }
    for (var share : settlement.path("shares")) {
      if (share.path("payer").asString("").equals(payer)) {
        var left = share.path("explanation").path("capLeftBefore").asString("0.00");
        return left.equals("0.00");
      }
    }
    return false;
  }

  static void alter(JsonNode settlement, JsonPointer place) {
    var value = settlement.at(place);
    set(
        settlement,
        place.toString(),
        value.isNumber()
            ? JsonNodeFactory.instance.numberNode(value.asInt() + 1)
            : JsonNodeFactory.instance.stringNode(altered(value.asString(""))));
  }

  private static String altered(String text) {
    if (text.matches("[0-9]+\\.[0-9]+")) {
      var amount = new BigDecimal(text);
      return amount.add(amount.ulp()).toPlainString();
    }
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? LocalDate.parse(text).plusDays(1).toString()
        : text + "x";
  }

  static void set(JsonNode settlement, String at, JsonNode value) {
    var place = JsonPointer.compile(at);
    var holder = settlement.at(place.head());
    if (holder instanceof ArrayNode list) {
      list.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) holder).set(place.last().getMatchingProperty(), value);
    }
  }
}
