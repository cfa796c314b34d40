package org.yizhan.settlement.simulation;

/** There will be no answer, however often it is tried. The message is for whoever asked. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoAnswer(String message) {
    super(message);
  }
}
