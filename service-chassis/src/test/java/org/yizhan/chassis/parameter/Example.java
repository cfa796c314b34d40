package org.yizhan.chassis.parameter;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** The files of a service that has one parameter. */
final class Example {

  static final String SHIPPED = "example-parameters";

  static final Unit<Map<String, String>> SHARES =
      Unit.ofMapping(
          "shares",
          node ->
              node.members().entrySet().stream()
                  .collect(toMap(Map.Entry::getKey, member -> member.getValue().text())),
          Map::toString);

  static final ParameterFiles FILES =
      new ParameterFiles(
          List.of(
              Unit.YUAN,
              Unit.YUAN_OR_NONE,
              Unit.RATIO,
              Unit.YES_NO,
              Unit.NUMBER,
              Unit.RISING_NUMBERS,
              SHARES));

  private Example() {}
}
