package org.yizhan.suite.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Level and division of hospitals over time, as they were registered: one interval per record, a
 * later one ends the earlier.
 */
public final class Hospitals {

  private final Map<String, NavigableMap<LocalDate, Designation>> byCode = new HashMap<>();

  record Designation(int level, String division) {}

  /**
   * @param registered {@code hospital-registered.v1}
   */
  public void register(JsonNode registered) {
    byCode
        .computeIfAbsent(registered.path("hospitalCode").asString(""), _ -> new TreeMap<>())
        .put(
            LocalDate.parse(registered.path("from").asString("")),
            new Designation(
                registered.path("level").asInt(), registered.path("division").asString("")));
  }

  /** Empty for a hospital that nobody registered here: its level is then taken on trust. */
  Optional<Designation> on(String code, LocalDate day) {
    return Optional.ofNullable(byCode.get(code))
        .map(intervals -> intervals.floorEntry(day))
        .map(Map.Entry::getValue);
  }
}
