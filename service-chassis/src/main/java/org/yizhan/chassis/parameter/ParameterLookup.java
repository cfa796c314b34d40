package org.yizhan.chassis.parameter;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A city's parameters while its rules are being built from them. It remembers what was asked for,
 * because a parameter that no rule reads is most likely a misspelt one.
 */
public final class ParameterLookup {

  private final String city;
  private final Map<String, Parameter<?>> parameters;
  private final Set<String> asked = new HashSet<>();

  public ParameterLookup(String city, Map<String, Parameter<?>> parameters) {
    this.city = city;
    this.parameters = parameters;
  }

  /** Six digits. */
  public String city() {
    return city;
  }

  /**
   * The parameter at {@code path} (file and key, without the city). One that no file gives is
   * absent: its look-ups will say so on the day somebody needs it.
   */
  public <T> Dated<T> get(String path, Unit<T> unit) {
    var name = city + '/' + path;
    asked.add(name);
    var parameter = parameters.get(name);
    return parameter == null ? Dated.absent(name) : inUnit(parameter, unit);
  }

  /** As {@link #get}, or null where the law may be silent. */
  public <T> @Nullable Dated<T> find(String path, Unit<T> unit) {
    return parameters.containsKey(city + '/' + path) ? get(path, unit) : null;
  }

  @SuppressWarnings("unchecked") // the units are singletons: the same unit is the same T
  private static <T> Dated<T> inUnit(Parameter<?> parameter, Unit<T> unit) {
    if (parameter.unit() != unit) {
      throw new BadParameterFile(
          parameter.file() + ", " + parameter.name(),
          "the unit must be " + unit.name() + ", was " + parameter.unit().name());
    }
    return (Dated<T>) parameter.values();
  }

  /** The keys directly below a folder, in the order of the file. */
  public List<String> keysBelow(String folder) {
    var prefix = city + '/' + folder + '/';
    var keys = new LinkedHashSet<String>();
    for (var name : parameters.keySet()) {
      if (name.startsWith(prefix)) {
        keys.add(name.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return List.copyOf(keys);
  }

  /**
   * Refuses leftovers.
   *
   * @throws BadParameterFile when a file holds a parameter that no rule reads
   */
  public void requireEverythingAsked() {
    for (var parameter : parameters.values()) {
      if (!asked.contains(parameter.name())) {
        throw new BadParameterFile(
            parameter.file() + ", " + parameter.name(),
            "no rule reads this parameter; is it misspelt?");
      }
    }
  }
}
