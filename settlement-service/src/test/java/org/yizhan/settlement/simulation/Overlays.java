package org.yizhan.settlement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.settlement.parameter.LawUnits;

/** Trial parameters as somebody would write them: a shipped file with one thing changed. */
public final class Overlays {

  public static final String ASSISTANCE = "441600/assistance.yaml";

  private static final ParameterSet SHIPPED = LawUnits.FILES.load("parameters", Optional.empty());

  private Overlays() {}

  public static Map<String, String> assistance(String shipped, String changed) {
    return in(ASSISTANCE, shipped, changed);
  }

  public static Map<String, String> in(String file, String shipped, String changed) {
    var text = String.valueOf(SHIPPED.files().get(file));
    assertThat(text).contains(shipped);
    return Map.of(file, text.replace(shipped, changed));
  }
}
