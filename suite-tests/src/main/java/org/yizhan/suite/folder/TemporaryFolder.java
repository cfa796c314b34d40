package org.yizhan.suite.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yizhan.local.Folders;

/** A folder that is gone with all that is in it when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

  public static TemporaryFolder create(String prefix) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(prefix));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(path);
  }
}
