package org.yizhan.chassis.parameter;

/**
 * A parameter file that cannot be used; the text names file, key and date, and the rule that was
 * broken.
 */
public final class BadParameterFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String rule;

  /**
   * @param where file, key and, if it is about one, date
   */
  public BadParameterFile(String where, String rule) {
    super(where + ": " + rule);
    this.where = where;
    this.rule = rule;
  }

  /** File, key and, if it is about one, date. */
  public String where() {
    return where;
  }

  public String rule() {
    return rule;
  }
}
