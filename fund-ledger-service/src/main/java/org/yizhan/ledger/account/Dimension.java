package org.yizhan.ledger.account;

import java.util.Locale;

/** What a sub-account may be kept by. */
public enum Dimension {
  /** County or district, six digits. */
  COUNTY,
  /** Designated hospital code. */
  HOSPITAL,
  /** Commercial insurer, by name. */
  INSURER,
  /** What the money is for, for example {@code assistance}: a premium paid by that fund. */
  PURPOSE,
  /** The city whose fund it is, six digits; every account of the cash book has it. */
  CITY;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** As it stands in texts and on the wire, for example {@code county}. */
  public String wireName() {
    return wireName;
  }
}
