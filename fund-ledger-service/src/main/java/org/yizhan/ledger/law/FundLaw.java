package org.yizhan.ledger.law;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.ParameterLookup;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.contracts.fund.PrepaymentKind;

/** What every city's funds must obey, read once from dated parameters (H16 to H22, W5, W6). */
public final class FundLaw {

  /**
   * Where the files that come with the service lie on its class path: beside those of other
   * services, with which a process may share it.
   */
  public static final String SHIPPED = "parameters/funds";

  private final ParameterSet parameters;
  private final SortedMap<String, CityLaw> cities = new TreeMap<>();

  private FundLaw(ParameterSet parameters) {
    this.parameters = parameters;
    parameters
        .cities()
        .forEach(
            (city, values) -> cities.put(city, new CityLaw(new ParameterLookup(city, values))));
  }

  /**
   * Reads the files {@code <city>/funds.yaml}.
   *
   * @param directory on the class path, with a file {@code index} that lists its files
   * @param overlay a directory whose files replace those of the same city or add to them
   * @throws BadParameterFile when a file breaks a rule; the text names file, key and rule
   */
  public static FundLaw load(String directory, Optional<Path> overlay) {
    return new FundLaw(FundUnits.FILES.load(directory, overlay));
  }

  /** By six digits. */
  public SortedSet<String> cities() {
    return new TreeSet<>(cities.keySet());
  }

  /** Empty where the city has no such rule on that day. */
  public Optional<PrepaymentRule> prepayment(String city, PrepaymentKind kind, LocalDate day) {
    return of(city).flatMap(law -> law.prepayment(kind, day));
  }

  /** Empty where the city has no such rule on that day. */
  public Optional<ImprestRule> imprest(String city, LocalDate day) {
    return of(city).flatMap(law -> law.imprest(day));
  }

  /** Empty where the city has no such rule on that day. */
  public Optional<RunwayRule> runway(String city, PrepaymentKind kind, LocalDate day) {
    return of(city).flatMap(law -> law.runway(kind, day));
  }

  /** The counties or districts of a city, by six digits; empty for a city without law. */
  public SortedSet<String> counties(String city) {
    return of(city).map(CityLaw::counties).orElseGet(TreeSet::new);
  }

  /**
   * The name of a city or of one of its counties.
   *
   * @throws IllegalArgumentException when no file names the code
   */
  public String regionName(String code) {
    return cities.values().stream()
        .map(law -> law.nameOf(code))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no file of the funds' law names region " + code));
  }

  /** The names of parameters for which nothing is published. */
  public List<String> illustrative() {
    return List.copyOf(parameters.illustrative());
  }

  /** What the law was read from: its version and hash, every value with its source. */
  public ParameterSet parameters() {
    return parameters;
  }

  private Optional<CityLaw> of(String city) {
    return Optional.ofNullable(cities.get(city));
  }
}
