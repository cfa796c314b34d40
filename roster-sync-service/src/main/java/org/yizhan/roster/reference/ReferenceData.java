package org.yizhan.roster.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The divisions and categories in force, by code, read once at start-up. */
public final class ReferenceData {

  private final Map<String, Division> divisions;
  private final Map<String, Category> categories;

  ReferenceData(Map<String, Division> divisions, Map<String, Category> categories) {
    this.divisions = Map.copyOf(divisions);
    this.categories = Map.copyOf(categories);
  }

  private record DivisionFile(Map<String, Division> divisions) {}

  private record CategoryFile(Map<String, Category> categories) {}

  /**
   * @throws IllegalStateException when a file is missing
   */
  public static ReferenceData load() {
    return new ReferenceData(
        read("/divisions.yaml", DivisionFile.class).divisions(),
        read("/categories.yaml", CategoryFile.class).categories());
  }

  private static <T> T read(String name, Class<T> type) {
    try (var file = ReferenceData.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new YAMLMapper().readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Division> division(String code) {
    return Optional.ofNullable(divisions.get(code));
  }

  /** The counties of a city, or the county itself; none for a code that is not served. */
  public Set<String> countiesOf(String divisionOrCity) {
    return divisions.entrySet().stream()
        .filter(
            one ->
                one.getKey().equals(divisionOrCity) || one.getValue().city().equals(divisionOrCity))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<Category> category(String code) {
    return Optional.ofNullable(categories.get(code));
  }

  public Set<String> divisionCodes() {
    return divisions.keySet();
  }

  public Set<String> categoryCodes() {
    return categories.keySet();
  }

  /** The codes of the cities that have a division here, in order. */
  public Set<String> cities() {
    return divisions.values().stream()
        .map(Division::city)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
