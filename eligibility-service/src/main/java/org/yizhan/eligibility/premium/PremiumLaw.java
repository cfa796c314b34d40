package org.yizhan.eligibility.premium;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.chassis.parameter.ParameterFiles;
import org.yizhan.chassis.parameter.ParameterLookup;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.chassis.parameter.YamlNode;
import org.yizhan.chassis.parameter.YamlNode.Wrong;
import org.yizhan.contracts.Money;

/** For which categories a city pays the premium, and how much, as dated data. */
public final class PremiumLaw {

  /** Where the files that come with the service lie on its class path. */
  public static final String SHIPPED = "parameters";

  /** By category; one that a later row leaves out is no more paid for. */
  private static final Unit<Map<String, Money>> PREMIUMS =
      Unit.ofMapping("yuan", PremiumLaw::premiums, Map::toString);

  private final ParameterSet parameters;
  private final Map<String, Dated<Map<String, Money>>> cities = new TreeMap<>();

  private PremiumLaw(ParameterSet parameters) {
    this.parameters = parameters;
    parameters
        .cities()
        .forEach(
            (city, values) -> {
              var lookup = new ParameterLookup(city, values);
              cities.put(city, lookup.get("premium/premium", PREMIUMS));
              lookup.requireEverythingAsked();
            });
  }

  /**
   * Reads the files {@code <city>/premium.yaml}.
   *
   * @param directory on the class path, with a file {@code index} that lists its files
   * @param overlay a directory whose files replace those of the same city or add to them
   * @throws org.yizhan.chassis.parameter.BadParameterFile when a file breaks a rule; the text names
   *     file, key and rule
   */
  public static PremiumLaw load(String directory, Optional<Path> overlay) {
    return new PremiumLaw(new ParameterFiles(List.of(PREMIUMS)).load(directory, overlay));
  }

  private static Map<String, Money> premiums(YamlNode node) {
    return node.members().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                category -> premium(category.getValue()),
                (a, b) -> b,
                TreeMap::new));
  }

  private static Money premium(YamlNode node) {
    var amount = Unit.YUAN.read(node);
    if (amount.isZero()) {
      throw new Wrong("must be yuan above zero; a category that is not paid for is left out");
    }
    return amount;
  }

  /** What the law was read from. */
  public ParameterSet parameters() {
    return parameters;
  }

  /** Empty where the city does not pay for the category, or not yet, or no more. */
  Optional<Subsidy> on(LocalDate day, String city, String category) {
    return Optional.ofNullable(cities.get(city))
        .flatMap(premiums -> premiums.find(day))
        .flatMap(inForce -> subsidy(inForce, category));
  }

  private static Optional<Subsidy> subsidy(InForce<Map<String, Money>> inForce, String category) {
    var used = inForce.used().getLast();
    return Optional.ofNullable(inForce.value().get(category))
        .map(amount -> new Subsidy(amount, used.from(), used.status(), used.reference()));
  }

  /** The first day on which the city pays for the category; null where it never does. */
  @Nullable LocalDate startOf(String city, String category) {
    var premiums = cities.get(city);
    if (premiums == null) {
      return null;
    }
    return premiums.rows().stream()
        .map(row -> row.from())
        .filter(from -> premiums.on(from).value().containsKey(category))
        .findFirst()
        .orElse(null);
  }
}
