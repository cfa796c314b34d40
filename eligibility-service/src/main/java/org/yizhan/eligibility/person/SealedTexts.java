package org.yizhan.eligibility.person;

import java.util.Optional;

/** Compares encrypted texts without showing them. */
@FunctionalInterface
public interface SealedTexts {

  /** Whether both hold the same text; empty when one cannot be opened. */
  Optional<Boolean> same(String sealed, String other);

  /** Whether both are known to hold different texts. */
  default boolean differ(String sealed, String other) {
    return !same(sealed, other).orElse(true);
  }
}
