package org.yizhan.contracts;

/**
 * Where the stay was, seen from the person's city: there, elsewhere with or without an off-site
 * filing.
 */
public enum Place {
  IN_CITY,
  FILED,
  UNFILED
}
