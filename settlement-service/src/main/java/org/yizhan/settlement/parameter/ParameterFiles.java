package org.yizhan.settlement.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Loads the parameter files: one folder per city, one file per subject. An operator's overlay
 * directory has the same layout; a file in it replaces the file of the same relative path or adds
 * one.
 */
public final class ParameterFiles {

  /** Where the files that come with the service lie on its class path. */
  public static final String SHIPPED = "parameters";

  private static final Pattern RELATIVE_PATH = Pattern.compile("[0-9]{6}/[a-z-]+\\.yaml");

  private ParameterFiles() {}

  /**
   * @param directory on the class path, with a file {@code index} that lists its files, because a
   *     class path cannot be listed
   * @throws BadParameterFile when a file breaks a rule; the text names file, key and date
   */
  public static ParameterSet load(String directory, Optional<Path> overlay) {
    var files = new TreeMap<String, byte[]>();
    for (var file : new String(resource(directory + "/index"), UTF_8).lines().toList()) {
      files.put(file, resource(directory + '/' + file));
    }
    var overlaid = overlay.map(ParameterFiles::filesIn).orElseGet(TreeMap::new);
    files.putAll(overlaid);
    return parse(files, new TreeSet<>(overlaid.keySet()));
  }

  private static ParameterSet parse(SortedMap<String, byte[]> files, SortedSet<String> overlaid) {
    var cities = new LinkedHashMap<String, Map<String, Parameter<?>>>();
    files.forEach(
        (file, bytes) ->
            cities
                .computeIfAbsent(
                    file.substring(0, file.indexOf('/')), city -> new LinkedHashMap<>())
                .putAll(ParameterReader.read(file, new String(bytes, UTF_8))));
    return new ParameterSet(version(cities, overlaid), hash(files), cities);
  }

  private static String version(
      Map<String, Map<String, Parameter<?>>> cities, SortedSet<String> overlaid) {
    var newest =
        cities.values().stream()
            .flatMap(city -> city.values().stream())
            .flatMap(parameter -> parameter.values().rows().stream())
            .map(row -> row.from())
            .max(LocalDate::compareTo)
            .map(LocalDate::toString)
            .orElse("empty");
    return overlaid.isEmpty() ? newest : newest + " with overlay " + String.join(", ", overlaid);
  }

  private static String hash(SortedMap<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (file, bytes) -> {
            digest.update(file.getBytes(UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] resource(String name) {
    try (var in = ParameterFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new BadParameterFile(
            name, "is not on the class path; correct the index or add the file");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Links are followed and hidden names skipped: that is how a mounted ConfigMap looks. */
  private static SortedMap<String, byte[]> filesIn(Path overlay) {
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
                  path -> bytes(overlay.resolve(path)),
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
    if (!RELATIVE_PATH.matcher(name).matches()) {
      throw new BadParameterFile(name, "a file of the overlay must be named <city>/<subject>.yaml");
    }
    return name;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
