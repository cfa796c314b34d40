package org.yizhan.suite.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of the law, read from the parameter files as data: {@code <city>/<subject>.yaml},
 * each parameter a list of dated values. A file of an overlay directory replaces the file of the
 * same path or adds one.
 */
public final class Law {

  private static final Path SHIPPED = Path.of("settlement-service/src/main/resources/parameters");

  private final Map<String, NavigableMap<LocalDate, Row>> parameters;
  private final String hash;
  private final String version;

  private Law(SortedMap<String, byte[]> files, List<String> overlaid) {
    this.parameters = new LinkedHashMap<>();
    files.forEach(
        (name, bytes) ->
            parameters.putAll(LawFile.read(name, new String(bytes, StandardCharsets.UTF_8))));
    this.hash = hashOf(files);
    var newest = parameters.values().stream().map(NavigableMap::lastKey).max(LocalDate::compareTo);
    var behind = overlaid.isEmpty() ? "" : " with overlay " + String.join(", ", overlaid);
    this.version = newest.map(LocalDate::toString).orElse("empty") + behind;
  }

  public static Law read(Path directory) {
    return new Law(filesIn(directory), List.of());
  }

  public static Law read(Path directory, Path overlay) {
    var files = filesIn(directory);
    var overlaid = filesIn(overlay);
    files.putAll(overlaid);
    return new Law(files, List.copyOf(overlaid.keySet()));
  }

  /** Where the repository keeps its files, seen from this directory or from one below it. */
  public static Path shipped() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(SHIPPED))) {
        return folder.resolve(SHIPPED);
      }
    }
    throw new NoSuchElementException(SHIPPED + " lies neither here nor above: say --parameters");
  }

  private static SortedMap<String, byte[]> filesIn(Path directory) {
    var files = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = directory.relativize(path).toString();
        if (name.matches("[0-9]{6}/[a-z-]+\\.yaml")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  private static String hashOf(SortedMap<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** SHA-256 over every file: its relative path, then its bytes, in the order of the paths. */
  public String hash() {
    return hash;
  }

  /** The newest day on which a value begins, and the files of the overlay. */
  public String version() {
    return version;
  }

  boolean knows(String name) {
    return parameters.containsKey(name);
  }

  Optional<Row> find(String name, LocalDate day) {
    return Optional.ofNullable(parameters.get(name))
        .map(values -> values.floorEntry(day))
        .map(Map.Entry::getValue);
  }

  /**
   * @throws NoSuchElementException when the law has no value on that day
   */
  Row on(String name, LocalDate day) {
    return find(name, day)
        .orElseThrow(
            () -> new NoSuchElementException("the law has no %s on %s".formatted(name, day)));
  }

  /** The keys directly below a folder, in the order of the file. */
  List<String> below(String folder) {
    var keys = new LinkedHashSet<String>();
    for (var name : parameters.keySet()) {
      if (name.startsWith(folder + '/')) {
        keys.add(name.substring(folder.length() + 1).split("/", 2)[0]);
      }
    }
    return List.copyOf(keys);
  }
}
