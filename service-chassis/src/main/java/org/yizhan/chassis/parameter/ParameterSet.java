package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All parameters in force, by city.
 *
 * @param version the newest date a value starts on, and the overlay's files if there are any
 * @param hash SHA-256 over every file in force (its relative path, then its bytes, in the order of
 *     the paths), hexadecimal
 * @param cities by city code; each city's parameters by name, in the order of the files
 * @param files the texts they were read from, by relative path
 * @param reader what read them
 */
public record ParameterSet(
    String version,
    String hash,
    Map<String, Map<String, Parameter<?>>> cities,
    SortedMap<String, String> files,
    ParameterFiles reader) {

  /** The same parameters under the version they had when they were in force. */
  public ParameterSet named(String earlier) {
    return new ParameterSet(earlier, hash, cities, files, reader);
  }

  /**
   * These parameters with files replaced or added, as an overlay directory would do it.
   *
   * @param drafts texts by relative path
   * @throws BadParameterFile when a file breaks a rule; the text names file, key and date
   */
  public ParameterSet with(Map<String, String> drafts) {
    drafts.keySet().forEach(ParameterFiles::requireRelativePath);
    var all = new TreeMap<>(files);
    all.putAll(drafts);
    return reader.of(all, drafts.keySet());
  }

  /** The names of parameters with a value for which nothing is published; said at start-up. */
  public SortedSet<String> illustrative() {
    var names = new TreeSet<String>();
    for (var parameter : all()) {
      if (parameter.values().rows().stream()
          .anyMatch(row -> row.status().equals(Status.ILLUSTRATIVE.word()))) {
        names.add(parameter.name());
      }
    }
    return names;
  }

  /**
   * The values whose review date has passed; every city stands there, most with none.
   *
   * @param today the first day that is too late for a review by the day before
   */
  public SortedMap<String, List<PastReview>> pastReview(LocalDate today) {
    var byCity = new TreeMap<String, List<PastReview>>();
    cities.forEach(
        (city, parameters) ->
            byCity.put(
                city,
                parameters.values().stream()
                    .flatMap(parameter -> parameter.pastReview(today))
                    .toList()));
    return byCity;
  }

  /** Every parameter of every city. */
  public List<Parameter<?>> all() {
    return cities.values().stream().<Parameter<?>>flatMap(city -> city.values().stream()).toList();
  }
}
