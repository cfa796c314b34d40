package org.yizhan.eligibility.premium;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;

/**
 * What a city pays from a day on, with its source.
 *
 * @param subsidies by category
 * @param reviewBy until when somebody has to look at it again; null for never
 */
record PremiumRow(LocalDate from, Map<String, Subsidy> subsidies, @Nullable LocalDate reviewBy) {

  private static final Set<String> MEMBERS =
      Set.of("from", "value", "status", "reference", "derivation", "reviewBy");
  private static final Set<String> STATUSES =
      Set.of("seed", "published", "derived", "illustrative");

  PremiumRow {
    subsidies = Map.copyOf(subsidies);
  }

  /**
   * @throws IllegalArgumentException when value or source is missing or breaks a rule
   */
  static PremiumRow read(Map<?, ?> row) {
    var from = day("from", text(row, "a value", "from"));
    PremiumFiles.requireOnly(from.toString(), row, MEMBERS);
    var status = text(row, from.toString(), "status");
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          from + ": status must be one of " + new TreeSet<>(STATUSES));
    }
    var reference = reference(row, from, status);
    var subsidies = new HashMap<String, Subsidy>();
    PremiumFiles.mapping(row.get("value"), from + ": value")
        .forEach(
            (category, yuan) ->
                subsidies.put(
                    category.toString(),
                    new Subsidy(amount(from, String.valueOf(yuan)), from, status, reference)));
    return new PremiumRow(from, subsidies, reviewBy(row, from, status));
  }

  private static String reference(Map<?, ?> row, LocalDate from, String status) {
    var reference = text(row, from.toString(), "reference");
    if (status.equals("derived")) {
      return reference + "; derivation: " + text(row, from.toString(), "derivation");
    }
    if (row.containsKey("derivation")) {
      throw new IllegalArgumentException(from + ": derivation is only for a derived value");
    }
    return reference;
  }

  /** What nobody has published must not be forgotten: an illustrative value states the day. */
  private static @Nullable LocalDate reviewBy(Map<?, ?> row, LocalDate from, String status) {
    if (!status.equals("illustrative") && !row.containsKey("reviewBy")) {
      return null;
    }
    var day = day(from + ": reviewBy", text(row, from.toString(), "reviewBy"));
    if (!day.isAfter(from)) {
      throw new IllegalArgumentException(from + ": reviewBy must come after from, was " + day);
    }
    return day;
  }

  private static Money amount(LocalDate from, String yuan) {
    try {
      var amount = Money.ofFen(new BigDecimal(yuan).movePointRight(2).longValueExact());
      if (!amount.isZero()) {
        return amount;
      }
    } catch (ArithmeticException | IllegalArgumentException notSuchANumber) {
      throw new IllegalArgumentException(from + ": " + rule(yuan), notSuchANumber);
    }
    throw new IllegalArgumentException(from + ": " + rule(yuan));
  }

  private static String rule(String yuan) {
    return "must be yuan above zero with at most two decimals, was " + yuan;
  }

  private static LocalDate day(String where, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(where + " must be a day, was " + text, notADay);
    }
  }

  private static String text(Map<?, ?> row, String where, String name) {
    if (row.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(where + " has no " + name);
  }
}
