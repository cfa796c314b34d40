package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of the law as a parameter file states it.
 *
 * @param name city, file and key
 * @param value the file's text, or a list of texts or of mappings
 */
record Row(
    String name, String unit, LocalDate from, Object value, String status, String reference) {

  private static final String NONE = "none";

  /**
   * A step of a cumulative rule.
   *
   * @param upTo inclusive; empty for no bound
   */
  record Tier(Optional<BigDecimal> upTo, BigDecimal ratio) {}

  String text() {
    return (String) value;
  }

  BigDecimal yuan() {
    return new BigDecimal(text()).setScale(2, RoundingMode.UNNECESSARY);
  }

  /** Empty for the explicit value {@code none}. */
  Optional<BigDecimal> cap() {
    return text().equals(NONE) ? Optional.empty() : Optional.of(yuan());
  }

  BigDecimal ratio() {
    return new BigDecimal(text()).setScale(4, RoundingMode.UNNECESSARY);
  }

  boolean yes() {
    return text().equals("yes");
  }

  LocalDate day() {
    return LocalDate.parse(text());
  }

  List<String> texts() {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }

  List<Tier> tiers() {
    return ((List<?>) value).stream().map(tier -> tier((Map<?, ?>) tier)).toList();
  }

  private static Tier tier(Map<?, ?> members) {
    var bound = String.valueOf(members.get("up-to"));
    return new Tier(
        bound.equals(NONE) ? Optional.empty() : Optional.of(new BigDecimal(bound).setScale(2)),
        new BigDecimal(String.valueOf(members.get("ratio"))).setScale(4));
  }

  /** As an explanation shows the value. */
  String shown() {
    return switch (unit) {
      case "yuan" -> yuan().toPlainString();
      case "yuan-or-none" -> cap().map(BigDecimal::toPlainString).orElse(NONE);
      case "ratio" -> ratio().toPlainString();
      case "tiers" -> tiers().stream().map(Row::shown).collect(Collectors.joining(", "));
      case "categories", "payers" -> String.join(", ", texts());
      default -> text();
    };
  }

  private static String shown(Tier tier) {
    return tier.ratio() + tier.upTo().map(bound -> " up to " + bound).orElse(" above");
  }
}
