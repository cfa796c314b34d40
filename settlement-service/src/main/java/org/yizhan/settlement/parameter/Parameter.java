package org.yizhan.settlement.parameter;

/**
 * One number (date, list, …) of a city's law.
 *
 * @param file relative to the parameter directory, for example {@code 441600/assistance.yaml}
 */
public record Parameter<T>(String file, String description, Unit<T> unit, Dated<T> values) {

  /** City, file and key, for example {@code 441600/assistance/in-part/cap}. */
  public String name() {
    return values.name();
  }
}
