package org.yizhan.chassis.kafka;

/**
 * Something that must never happen did: the partition stops, nothing is committed, someone is
 * woken.
 */
public final class OurDefect extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OurDefect(String message) {
    super(message);
  }
}
