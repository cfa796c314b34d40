package org.yizhan.local;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running engine.
 *
 * @param address bootstrap servers or connection string
 * @param choice which engine it is, and why this one
 * @param process the local process, null when the engine is somebody else's or in a container
 * @param stop ends it in order; does nothing for an engine that is somebody else's
 */
record Engine(String address, String choice, @Nullable Child process, Runnable stop) {

  static Engine given(String address, String choice) {
    return new Engine(address, choice, null, () -> {});
  }

  Optional<Child> child() {
    return Optional.ofNullable(process);
  }
}
