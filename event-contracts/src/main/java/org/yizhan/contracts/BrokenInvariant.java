package org.yizhan.contracts;

/**
 * An event contradicts itself, as when shares and patient do not add up to the bill. Only a defect
 * of ours can have made it, so it is not a bad record to be set aside: whoever reads it stops.
 */
public final class BrokenInvariant extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * @param message holds no personal data: it stands in logs
   */
  public BrokenInvariant(String message) {
    super(message);
  }
}
