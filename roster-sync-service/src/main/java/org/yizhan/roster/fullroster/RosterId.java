package org.yizhan.roster.fullroster;

/**
 * @param id the agency's own, never used twice by it
 */
public record RosterId(String agency, String id) {

  /** The change id under which a row is answered and passed on. */
  public String changeIdOf(long row) {
    return id + "#" + row;
  }
}
