package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For which categories a city pays the premium, and how much, as dated data. */
public final class PremiumLaw {

  private final Map<String, NavigableMap<LocalDate, Map<String, Subsidy>>> cities;

  /**
   * @param cities by city and first day, the subsidy of each category that is paid for
   */
  PremiumLaw(Map<String, NavigableMap<LocalDate, Map<String, Subsidy>>> cities) {
    this.cities = Map.copyOf(cities);
  }

  /** Empty where the city does not pay for the category, or not yet, or no more. */
  Optional<Subsidy> on(LocalDate day, String city, String category) {
    return Optional.ofNullable(rowsOf(city).floorEntry(day))
        .map(row -> row.getValue().get(category));
  }

  /** The first day on which the city pays for the category; null where it never does. */
  @Nullable LocalDate startOf(String city, String category) {
    return rowsOf(city).entrySet().stream()
        .filter(row -> row.getValue().containsKey(category))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private NavigableMap<LocalDate, Map<String, Subsidy>> rowsOf(String city) {
    return cities.getOrDefault(city, new TreeMap<>());
  }

  /** The cities that still have an illustrative value, which an operator must replace. */
  public Stream<String> illustrative() {
    return cities.entrySet().stream()
        .filter(
            city ->
                city.getValue().values().stream()
                    .flatMap(row -> row.values().stream())
                    .anyMatch(subsidy -> subsidy.status().equals("illustrative")))
        .map(Map.Entry::getKey)
        .sorted();
  }
}
