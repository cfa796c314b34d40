package org.yizhan.settlement.parameter;

/**
 * A parameter file that cannot be used; the text names file, key and date, and the rule that was
 * broken.
 */
public final class BadParameterFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param where file, key and, if it is about one, date
   */
  public BadParameterFile(String where, String rule) {
    super(where + ": " + rule);
  }
}
