package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @Test
  void areMadeOnceAndReadableByTheirOwnerOnly(@TempDir Path folder) throws Exception {
    var keys = Keys.of(folder);
    assertThat(keys).containsOnlyKeys("YIZHAN_ID_HASH_KEY", "YIZHAN_ID_CIPHER_KEY");
    assertThat(keys.values()).doesNotHaveDuplicates();
    assertThat(keys.values()).allMatch(key -> Base64.getDecoder().decode(key).length == 32);
    assertThat(Keys.of(folder)).isEqualTo(keys);
    var permissions = Files.getPosixFilePermissions(folder.resolve("keys"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }
}
