package org.yizhan.settlement.coverage;

/**
 * The hospital as of the admission date.
 *
 * @param level 1 to 3
 * @param division six digits
 */
public record HospitalOnStay(String code, int level, String division) {

  public HospitalOnStay {
    if (level < 1 || level > 3) {
      throw new IllegalArgumentException("a hospital's level is 1, 2 or 3, was " + level);
    }
  }
}
