package org.yizhan.roster.change;

import org.yizhan.contracts.CitizenId;

/** Citizen IDs that belong to nobody: their division part is a city's, which is never issued. */
public final class Ids {

  public static final String BORN_1980 = "44160019800101001" + check("44160019800101001");

  private Ids() {}

  /**
   * @param birthday eight digits
   */
  public static String born(String birthday) {
    var digits = "441600" + birthday + "001";
    return digits + check(digits);
  }

  public static String number(int sequence) {
    var digits = "44160019750315%03d".formatted(sequence);
    return digits + check(digits);
  }

  private static char check(String digits) {
    return CitizenId.checkCharacterOf(digits);
  }
}
