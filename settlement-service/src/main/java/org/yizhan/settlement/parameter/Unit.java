package org.yizhan.settlement.parameter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Rate;
import org.yizhan.settlement.parameter.YamlNode.Wrong;

/**
 * What kind of value a parameter has: how a file states it and how an explanation shows it. Numbers
 * are read from their text, never through a binary fraction.
 */
public final class Unit<T> {

  private static final String NONE = "none";

  public static final Unit<Money> YUAN =
      new Unit<>("yuan", node -> money(node.text()), Money::toString);

  /** A cap; "no cap" is the explicit value {@code none}. */
  public static final Unit<Optional<Money>> YUAN_OR_NONE =
      new Unit<>("yuan-or-none", Unit::moneyOrNone, cap -> cap.map(Money::toString).orElse(NONE));

  public static final Unit<Rate> RATIO =
      new Unit<>("ratio", node -> ratio(node.text()), Rate::toString);

  public static final Unit<List<Tier>> TIERS = new Unit<>("tiers", Unit::tiers, Unit::joined);

  public static final Unit<List<String>> CATEGORIES =
      new Unit<>("categories", YamlNode::texts, Unit::joined);

  public static final Unit<List<Payer>> PAYERS = new Unit<>("payers", Unit::payers, Unit::joined);

  public static final Unit<Boolean> YES_NO =
      new Unit<>("yes-no", node -> yes(node.text()), yes -> yes ? "yes" : "no");

  public static final Unit<LocalDate> DATE =
      new Unit<>("date", node -> date(node.text()), LocalDate::toString);

  public static final Unit<String> TEXT = new Unit<>("text", YamlNode::text, Function.identity());

  private static final Map<String, Unit<?>> ALL =
      List.of(YUAN, YUAN_OR_NONE, RATIO, TIERS, CATEGORIES, PAYERS, YES_NO, DATE, TEXT).stream()
          .collect(Collectors.toUnmodifiableMap(Unit::name, Function.identity()));

  private final String name;
  private final Function<YamlNode, T> read;
  private final Function<T, String> text;

  private Unit(String name, Function<YamlNode, T> read, Function<T, String> text) {
    this.name = name;
    this.read = read;
    this.text = text;
  }

  static Unit<?> named(String name) {
    return Optional.<Unit<?>>ofNullable(ALL.get(name))
        .orElseThrow(
            () ->
                new Wrong(
                    "the unit must be one of "
                        + ALL.keySet().stream().sorted().toList()
                        + ", was "
                        + name));
  }

  public String name() {
    return name;
  }

  T read(YamlNode node) {
    return read.apply(node);
  }

  /** As explanations show a value of this unit. */
  public String text(T value) {
    return text.apply(value);
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new Wrong("must be a day such as 2019-07-01, was " + text, notADay);
    }
  }

  private static Money money(String text) {
    return Money.ofFen(
        whole(text, 2, Long.MAX_VALUE, "must be an amount in yuan with at most two decimals"));
  }

  private static Optional<Money> moneyOrNone(YamlNode node) {
    return node.text().equals(NONE) ? Optional.empty() : Optional.of(money(node.text()));
  }

  private static Rate ratio(String text) {
    return new Rate(
        whole(
            text,
            4,
            Rate.BASIS_POINTS_PER_ONE,
            "must be a ratio between 0 and 1 with at most four decimals"));
  }

  private static long whole(String text, int decimals, long atMost, String rule) {
    try {
      long whole = new BigDecimal(text).movePointRight(decimals).longValueExact();
      if (whole >= 0 && whole <= atMost) {
        return whole;
      }
    } catch (ArithmeticException | NumberFormatException notSuchANumber) {
      throw new Wrong(rule + ", was " + text, notSuchANumber);
    }
    throw new Wrong(rule + ", was " + text);
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new Wrong("must be yes or no, was " + text);
    };
  }

  private static List<Payer> payers(YamlNode node) {
    return node.texts().stream().map(Unit::payer).toList();
  }

  private static Payer payer(String text) {
    return Arrays.stream(Payer.values())
        .filter(payer -> payer.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Wrong(
                    "must be payers of " + Arrays.toString(Payer.values()) + ", was " + text));
  }

  private static List<Tier> tiers(YamlNode node) {
    var tiers = node.items().stream().map(Unit::tier).toList();
    for (int i = 1; i < tiers.size(); i++) {
      var before = tiers.get(i - 1).upTo();
      var bound = tiers.get(i).upTo();
      if (before.isEmpty() || bound.isPresent() && bound.get().compareTo(before.get()) <= 0) {
        throw new Wrong("the bounds of tiers must rise, and only the last may be none");
      }
    }
    return tiers;
  }

  private static Tier tier(YamlNode node) {
    node.requireOnly("up-to", "ratio");
    return new Tier(moneyOrNone(node.member("up-to")), ratio(node.member("ratio").text()));
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
