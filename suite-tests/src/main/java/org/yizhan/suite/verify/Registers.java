package org.yizhan.suite.verify;

/** What a suite was told of the world; where it is not told, settlements are believed. */
public record Registers(Hospitals hospitals, Coverages coverages) {

  public static Registers empty() {
    return new Registers(new Hospitals(), new Coverages());
  }
}
