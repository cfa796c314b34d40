package org.yizhan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A built service, unpacked once per content: started from its single file it would unpack itself
 * in memory at every start, and an AOT cache needs files that stay.
 *
 * @param jar the unpacked jar, its libraries beside it
 * @param aotCache where the AOT cache for exactly this content and this JVM is, or would be
 */
record ServiceJar(SuiteService service, Path jar, Path aotCache) {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /**
   * @throws LaunchFailure when it is not built
   */
  static ServiceJar prepare(SuiteService service) {
    try {
      var built = built(service);
      var caches = Home.find().resolve(".yizhan");
      var name = service.artifact() + "-" + checksum(built);
      var folder = caches.resolve("apps").resolve(name);
      Files.createDirectories(caches.resolve("aot"));
      if (!Files.exists(folder)) {
        unpack(built, folder);
      }
      var jvm = System.getProperty("java.vm.version", "").replaceAll("[^0-9A-Za-z.]", "_");
      return new ServiceJar(
          service,
          folder.resolve(built.getFileName()),
          caches.resolve("aot").resolve(name + "-" + jvm + ".aot"));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot unpack " + service.artifact(), failed);
    }
  }

  boolean hasAotCache() {
    return Files.exists(aotCache);
  }

  /** Where a training run writes; only a run that worked is taken over. */
  Path aotRecording() {
    return aotCache.resolveSibling(aotCache.getFileName() + ".recording");
  }

  /** Takes a recording over and removes the caches of earlier builds. */
  void keepRecording() {
    try {
      if (!Files.exists(aotRecording())) {
        return;
      }
      Files.move(aotRecording(), aotCache, StandardCopyOption.REPLACE_EXISTING);
      try (var caches = Files.newDirectoryStream(aotCache.getParent(), service.artifact() + "-*")) {
        for (var cache : caches) {
          if (!cache.equals(aotCache)) {
            Files.delete(cache);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot keep the AOT cache " + aotCache, failed);
    }
  }

  private static Path built(SuiteService service) throws IOException {
    var target = Home.find().resolve(service.artifact()).resolve("target");
    if (Files.isDirectory(target)) {
      try (var jars = Files.newDirectoryStream(target, service.artifact() + "-*-exec.jar")) {
        for (var jar : jars) {
          return jar;
        }
      }
    }
    throw new LaunchFailure(
        service.artifact()
            + " is not built: no *-exec.jar in "
            + target
            + ". Build it with: mvn -DskipTests package");
  }

  private static String checksum(Path jar) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  /**
   * Unpacks beside the place and moves: two starts at once, or one that is killed, leave no half
   * folder.
   */
  private static void unpack(Path built, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    var work = Files.createTempDirectory(folder.getParent(), "unpacking");
    var command =
        List.of(
            Jvm.java(),
            "-Djarmode=tools",
            "-jar",
            built.toString(),
            "extract",
            "--force",
            "--destination",
            work.toString());
    var log = folder.resolveSibling("unpacking.log");
    Child.run(new Child.Spec("unpacking " + built.getFileName(), command, Map.of(), log), PATIENCE);
    if (!Files.exists(folder)) {
      Files.move(work, folder);
    }
    Folders.delete(work);
  }
}
