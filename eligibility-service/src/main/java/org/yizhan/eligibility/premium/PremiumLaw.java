package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For which categories a city pays the premium, and how much, as dated data. */
public final class PremiumLaw {

  private final Map<String, NavigableMap<LocalDate, PremiumRow>> cities;

  /**
   * @param cities by city and first day, the subsidy of each category that is paid for
   */
  PremiumLaw(Map<String, NavigableMap<LocalDate, PremiumRow>> cities) {
    this.cities = Map.copyOf(cities);
  }

  /** Empty where the city does not pay for the category, or not yet, or no more. */
  Optional<Subsidy> on(LocalDate day, String city, String category) {
    return Optional.ofNullable(rowsOf(city).floorEntry(day))
        .map(row -> row.getValue().subsidies().get(category));
  }

  /** The first day on which the city pays for the category; null where it never does. */
  @Nullable LocalDate startOf(String city, String category) {
    return rowsOf(city).entrySet().stream()
        .filter(row -> row.getValue().subsidies().containsKey(category))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private NavigableMap<LocalDate, PremiumRow> rowsOf(String city) {
    return cities.getOrDefault(city, new TreeMap<>());
  }

  /** The cities that still have an illustrative value, which an operator must replace. */
  public Stream<String> illustrative() {
    return cities.entrySet().stream()
        .filter(
            city ->
                city.getValue().values().stream()
                    .flatMap(row -> row.subsidies().values().stream())
                    .anyMatch(subsidy -> subsidy.status().equals("illustrative")))
        .map(Map.Entry::getKey)
        .sorted();
  }

  public Set<String> cities() {
    return cities.keySet();
  }

  /** The days since which values of a city hold whose review date has passed. */
  public List<LocalDate> pastReview(String city, LocalDate today) {
    return rowsOf(city).values().stream()
        .filter(row -> row.reviewBy() != null && row.reviewBy().isBefore(today))
        .map(PremiumRow::from)
        .toList();
  }
}
