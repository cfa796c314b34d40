package org.yizhan.chassis.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Loads the parameter files: one folder per city, one file per subject. An operator's overlay
 * directory has the same layout; a file in it replaces the file of the same relative path or adds
 * one.
 */
public final class ParameterFiles {

  private static final Pattern RELATIVE_PATH = Pattern.compile("[0-9]{6}/[a-z-]+\\.yaml");

  private final Map<String, Unit<?>> units;

  /**
   * @param units the kinds of values that may stand in the files
   */
  public ParameterFiles(List<Unit<?>> units) {
    this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::name, unit -> unit));
  }

  /**
   * @param directory on the class path, with a file {@code index} that lists its files, because a
   *     class path cannot be listed
   * @throws BadParameterFile when a file breaks a rule; the text names file, key and date
   */
  public ParameterSet load(String directory, Optional<Path> overlay) {
    var files = new TreeMap<String, String>();
    for (var file : resource(directory + "/index").lines().toList()) {
      files.put(file, resource(directory + '/' + file));
    }
    var overlaid = overlay.map(ParameterFiles::filesIn).orElseGet(TreeMap::new);
    files.putAll(overlaid);
    return of(files, overlaid.keySet());
  }

  /**
   * @param files the texts by relative path, {@code <city>/<subject>.yaml}
   * @param overlaid those of them that an operator laid over
   * @throws BadParameterFile as {@link #load}
   */
  public ParameterSet of(SortedMap<String, String> files, Set<String> overlaid) {
    return read(files, overlaid, Source::requireWhole);
  }

  /**
   * Parameters that have been in force: what is asked of a source today they need not have stated.
   */
  public ParameterSet onceInForce(SortedMap<String, String> files) {
    return read(files, Set.of(), source -> {});
  }

  private ParameterSet read(
      SortedMap<String, String> files, Set<String> overlaid, Consumer<Source> sources) {
    var cities = new LinkedHashMap<String, Map<String, Parameter<?>>>();
    files.forEach(
        (file, text) ->
            cities
                .computeIfAbsent(
                    file.substring(0, file.indexOf('/')), city -> new LinkedHashMap<>())
                .putAll(ParameterReader.read(file, text, units, sources)));
    return new ParameterSet(version(cities, overlaid), hash(files), cities, files, this);
  }

  private static String version(
      Map<String, Map<String, Parameter<?>>> cities, Set<String> overlaid) {
    var newest =
        cities.values().stream()
            .flatMap(city -> city.values().stream())
            .flatMap(parameter -> parameter.values().rows().stream())
            .map(row -> row.from())
            .max(LocalDate::compareTo)
            .map(LocalDate::toString)
            .orElse("empty");
    return overlaid.isEmpty()
        ? newest
        : newest + " with overlay " + String.join(", ", new TreeSet<>(overlaid));
  }

  private static String hash(SortedMap<String, String> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (file, text) -> {
            digest.update(file.getBytes(UTF_8));
            digest.update(text.getBytes(UTF_8));
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String resource(String name) {
    try (var in = ParameterFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new BadParameterFile(
            name, "is not on the class path; correct the index or add the file");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Links are followed and hidden names skipped: that is how a mounted ConfigMap looks. */
  private static SortedMap<String, String> filesIn(Path overlay) {
    if (!Files.isDirectory(overlay)) {
      throw new BadParameterFile(overlay.toString(), "the overlay must be a directory");
    }
    try (var paths = Files.walk(overlay, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .map(overlay::relativize)
          .filter(path -> !isHidden(path))
          .collect(
              Collectors.toMap(
                  ParameterFiles::nameOf,
                  path -> text(overlay.resolve(path)),
                  (a, b) -> b,
                  TreeMap::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isHidden(Path path) {
    for (var part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String nameOf(Path path) {
    var name = path.toString().replace('\\', '/');
    requireRelativePath(name);
    return name;
  }

  static void requireRelativePath(String name) {
    if (!RELATIVE_PATH.matcher(name).matches()) {
      throw new BadParameterFile(name, "a file of the overlay must be named <city>/<subject>.yaml");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException undecodable) {
      throw new BadParameterFile(file.getFileName().toString(), "must be UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
