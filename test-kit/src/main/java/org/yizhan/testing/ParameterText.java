package org.yizhan.testing;

/** Parameters as an overlay's file states them. */
public final class ParameterText {

  private ParameterText() {}

  public static String parameter(String key, String unit, String from, String value) {
    return parameter(key, unit, from, value, "published", "a notice");
  }

  public static String parameter(
      String key, String unit, String from, String value, String status, String reference) {
    return """
    %s:
      description: for a test
      unit: %s
      values:
        - from: %s
          value: %s
          status: %s
          reference: "%s"
    """
        .formatted(key, unit, from, value, status, reference);
  }

  /** One more value of the parameter before it. */
  public static String anotherValue(String from, String value) {
    return "    - { from: %s, value: %s, status: seed, reference: H5 }\n".formatted(from, value);
  }
}
