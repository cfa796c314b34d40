package org.yizhan.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The two keys that protect citizen IDs, 32 random bytes each in Base64, made once per state
 * folder. Person numbers follow from the first: whoever loses it cannot find anybody again.
 */
final class Keys {

  private static final String HASH_KEY = "YIZHAN_ID_HASH_KEY";
  private static final String CIPHER_KEY = "YIZHAN_ID_CIPHER_KEY";
  private static final int BYTES = 32;

  private Keys() {}

  /** The keys as environment variables. */
  static Map<String, String> of(Path stateDir) {
    var file = stateDir.resolve("keys");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      var read = new Properties();
      read.load(new StringReader(Files.readString(file)));
      var keys = new HashMap<String, String>();
      read.stringPropertyNames().forEach(name -> keys.put(name, read.getProperty(name)));
      return keys;
    } catch (IOException unusable) {
      throw new UncheckedIOException("cannot read or write the keys in " + file, unusable);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(file.getParent(), "keys", "", onlyOwner);
    Files.writeString(fresh, HASH_KEY + "=" + random() + "\n" + CIPHER_KEY + "=" + random() + "\n");
    Files.move(fresh, file);
  }

  private static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
