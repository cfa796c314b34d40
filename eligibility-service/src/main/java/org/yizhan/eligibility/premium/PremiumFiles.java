package org.yizhan.eligibility.premium;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yizhan.contracts.Money;

/**
 * Loads the law's numbers, one file {@code <city>/premium.yaml} per city, in the form of all
 * parameters: dated values with status and reference. An operator's overlay directory has the same
 * layout; a file in it replaces the one of the same city or adds one.
 */
public final class PremiumFiles {

  private static final String FILE = "premium.yaml";
  private static final Set<String> STATUSES =
      Set.of("seed", "published", "derived", "illustrative");

  private PremiumFiles() {}

  /**
   * @param directory on the class path, with a file {@code index} that lists its files
   * @throws IllegalArgumentException when a file breaks a rule; the text names file, key and rule
   */
  public static PremiumLaw load(String directory, Optional<Path> overlay) {
    var texts = new TreeMap<String, String>();
    for (var file : resource(directory + "/index").lines().toList()) {
      texts.put(cityOf(file), resource(directory + '/' + file));
    }
    overlay.ifPresent(folder -> texts.putAll(filesIn(folder)));
    var cities = new HashMap<String, NavigableMap<LocalDate, Map<String, Subsidy>>>();
    texts.forEach((city, text) -> cities.put(city, read(city + '/' + FILE, text)));
    return new PremiumLaw(cities);
  }

  private static String cityOf(String file) {
    if (!file.matches("[0-9]{6}/" + FILE)) {
      throw new IllegalArgumentException(file + ": a file must be named <city>/" + FILE);
    }
    return file.substring(0, file.indexOf('/'));
  }

  private static String resource(String name) {
    try (var in = PremiumFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> filesIn(Path overlay) {
    if (!Files.isDirectory(overlay)) {
      throw new IllegalArgumentException(overlay + ": the overlay must be a directory");
    }
    var texts = new HashMap<String, String>();
    try (var folders = Files.newDirectoryStream(overlay, "[0-9]*")) {
      for (var folder : folders) {
        var file = folder.resolve(FILE);
        texts.put(cityOf(folder.getFileName() + "/" + FILE), Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }

  private static NavigableMap<LocalDate, Map<String, Subsidy>> read(String file, String text) {
    try {
      var premium = mapping(mapping(yaml().load(text), "the file").get("premium"), "premium");
      if (!"yuan".equals(premium.get("unit"))) {
        throw new IllegalArgumentException("premium: the unit must be yuan");
      }
      if (!(premium.get("values") instanceof List<?> values) || values.isEmpty()) {
        throw new IllegalArgumentException("premium: values must be a list that is not empty");
      }
      var rows = new TreeMap<LocalDate, Map<String, Subsidy>>();
      for (var value : values) {
        var row = mapping(value, "a value");
        var from = day(member(row, "from"));
        if (rows.put(from, subsidies(row, from)) != null) {
          throw new IllegalArgumentException("premium: two values from " + from);
        }
      }
      return rows;
    } catch (YAMLException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Map<String, Subsidy> subsidies(Map<?, ?> row, LocalDate from) {
    var status = member(row, "status");
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(from + ": status must be one of " + STATUSES);
    }
    var reference = member(row, "reference");
    var subsidies = new HashMap<String, Subsidy>();
    mapping(row.get("value"), from + ": value")
        .forEach(
            (category, yuan) ->
                subsidies.put(
                    category.toString(),
                    new Subsidy(amount(from, String.valueOf(yuan)), from, status, reference)));
    return Map.copyOf(subsidies);
  }

  private static Money amount(LocalDate from, String yuan) {
    try {
      var amount = Money.ofFen(new BigDecimal(yuan).movePointRight(2).longValueExact());
      if (!amount.isZero()) {
        return amount;
      }
    } catch (ArithmeticException | IllegalArgumentException notSuchANumber) {
      throw new IllegalArgumentException(from + ": " + rule(yuan), notSuchANumber);
    }
    throw new IllegalArgumentException(from + ": " + rule(yuan));
  }

  private static String rule(String yuan) {
    return "must be yuan above zero with at most two decimals, was " + yuan;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException("from must be a day, was " + text, notADay);
    }
  }

  private static Map<?, ?> mapping(@Nullable Object node, String name) {
    if (node instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
      return mapping;
    }
    throw new IllegalArgumentException(name + " must be a mapping that is not empty");
  }

  private static String member(Map<?, ?> row, String name) {
    if (row.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("a value has no " + name);
  }

  /** Numbers and days stay the text that stands in the file. */
  private static Yaml yaml() {
    var options = new LoaderOptions();
    var dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(dumping),
        dumping,
        options,
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {}
        });
  }
}
