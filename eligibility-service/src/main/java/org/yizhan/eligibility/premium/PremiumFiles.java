package org.yizhan.eligibility.premium;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Loads the law's numbers, one file {@code <city>/premium.yaml} per city, in the form of all
 * parameters: dated values with status and reference. An operator's overlay directory has the same
 * layout; a file in it replaces the one of the same city or adds one.
 */
public final class PremiumFiles {

  private static final String FILE = "premium.yaml";

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
    var cities = new HashMap<String, NavigableMap<LocalDate, PremiumRow>>();
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

  private static NavigableMap<LocalDate, PremiumRow> read(String file, String text) {
    try {
      var whole = mapping(yaml().load(text), "the file");
      requireOnly("the file", whole, Set.of("premium"));
      var premium = mapping(whole.get("premium"), "premium");
      requireOnly("premium", premium, Set.of("description", "unit", "values"));
      if (!"yuan".equals(premium.get("unit"))) {
        throw new IllegalArgumentException("premium: the unit must be yuan");
      }
      if (!(premium.get("values") instanceof List<?> values) || values.isEmpty()) {
        throw new IllegalArgumentException("premium: values must be a list that is not empty");
      }
      var rows = new TreeMap<LocalDate, PremiumRow>();
      for (var value : values) {
        var row = PremiumRow.read(mapping(value, "a value"));
        if (rows.put(row.from(), row) != null) {
          throw new IllegalArgumentException("premium: two values from " + row.from());
        }
      }
      return rows;
    } catch (YAMLException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  static void requireOnly(String where, Map<?, ?> members, Set<String> known) {
    for (var member : members.keySet()) {
      if (!known.contains(String.valueOf(member))) {
        throw new IllegalArgumentException(
            "%s: unknown member %s; known are %s".formatted(where, member, new TreeSet<>(known)));
      }
    }
  }

  static Map<?, ?> mapping(@Nullable Object node, String name) {
    if (node instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
      return mapping;
    }
    throw new IllegalArgumentException(name + " must be a mapping that is not empty");
  }

  /** Numbers and days stay the text that stands in the file. */
  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
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
