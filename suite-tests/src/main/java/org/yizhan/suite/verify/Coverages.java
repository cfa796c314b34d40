package org.yizhan.suite.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was known of each person, version by version, as eligibility published it. */
public final class Coverages {

  private final Map<String, JsonNode> byVersion = new HashMap<>();
  private final Set<String> survivors = new HashSet<>();

  /**
   * @param coverage of {@code coverage-changed.v1}
   */
  public void know(JsonNode coverage) {
    if (!coverage.path("mergedFrom").isEmpty()) {
      survivors.add(coverage.path("personNumber").asString(""));
    }
    byVersion.put(
        key(
            coverage.path("personNumber").asString(""),
            coverage.path("eligibilityVersion").asLong()),
        coverage);
  }

  /** Empty when that version was never told here: the settlement's own word is then taken. */
  Optional<JsonNode> of(JsonNode settlement) {
    return Optional.ofNullable(
        byVersion.get(
            key(
                settlement.path("personNumber").asString(""),
                settlement.path("eligibilityVersion").asLong())));
  }

  /** Whether other numbers of the human were ever given up for this one. */
  boolean isSurvivor(String personNumber) {
    return survivors.contains(personNumber);
  }

  /** The numbers that had been given up for the person's when the settlement was made. */
  List<String> mergedFrom(JsonNode settlement) {
    var numbers = new ArrayList<String>();
    of(settlement)
        .ifPresent(
            coverage ->
                coverage.path("mergedFrom").forEach(number -> numbers.add(number.asString(""))));
    return numbers;
  }

  private static String key(String personNumber, long version) {
    return personNumber + '/' + version;
  }
}
