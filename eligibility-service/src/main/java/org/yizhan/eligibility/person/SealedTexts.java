package org.yizhan.eligibility.person;

/** Compares encrypted texts without showing them. */
@FunctionalInterface
public interface SealedTexts {

  /** Whether both are known to hold different texts; false when one cannot be opened. */
  boolean differ(String sealed, String other);
}
