package org.yizhan.suite.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What was known of each person, version by version, as eligibility published it. */
public final class Coverages {

  private final Map<String, JsonNode> byVersion = new HashMap<>();

  /**
   * @param coverage of {@code coverage-changed.v1}
   */
  public void know(JsonNode coverage) {
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

  private static String key(String personNumber, long version) {
    return personNumber + '/' + version;
  }
}
