package org.yizhan.suite.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What does not hold in one settlement, one line each. */
final class Findings {

  private final String settlement;
  private final List<String> lines = new ArrayList<>();

  Findings(String settlement) {
    this.settlement = settlement;
  }

  void say(String line) {
    lines.add(settlement + " " + line);
  }

  void same(String what, @Nullable String found, @Nullable String recomputed) {
    if (!Objects.equals(found, recomputed)) {
      say("%s is %s, recomputed %s".formatted(what, shown(found), shown(recomputed)));
    }
  }

  private static String shown(@Nullable String value) {
    return value == null ? "absent" : value;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
