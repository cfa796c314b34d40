package org.yizhan.chassis.parameter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.chassis.parameter.YamlNode.Wrong;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;

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

  public static final Unit<Boolean> YES_NO =
      new Unit<>("yes-no", node -> yes(node.text()), yes -> yes ? "yes" : "no");

  public static final Unit<LocalDate> DATE =
      new Unit<>("date", node -> date(node.text()), LocalDate::toString);

  public static final Unit<String> TEXT = new Unit<>("text", YamlNode::text, Function.identity());

  /** A whole number from 0. */
  public static final Unit<Integer> NUMBER =
      new Unit<>("number", node -> number(node.text()), Object::toString);

  /** Whole numbers from 0 that rise. */
  public static final Unit<List<Integer>> RISING_NUMBERS =
      new Unit<>("rising-numbers", Unit::risingNumbers, Unit::joined);

  private final String name;
  private final Function<YamlNode, T> read;
  private final Function<T, String> text;
  private final boolean readsMappings;

  /**
   * @param read throws {@link Wrong} when the piece does not state such a value
   * @param text as explanations show a value
   */
  public Unit(String name, Function<YamlNode, T> read, Function<T, String> text) {
    this(name, read, text, false);
  }

  private Unit(
      String name, Function<YamlNode, T> read, Function<T, String> text, boolean readsMappings) {
    this.name = name;
    this.read = read;
    this.text = text;
    this.readsMappings = readsMappings;
  }

  /** A value that is a mapping, each row with keys of its own. */
  public static <T> Unit<T> ofMapping(
      String name, Function<YamlNode, T> read, Function<T, String> text) {
    return new Unit<>(name, read, text, true);
  }

  public String name() {
    return name;
  }

  boolean readsMappings() {
    return readsMappings;
  }

  /**
   * @throws Wrong when the piece does not state such a value
   */
  public T read(YamlNode node) {
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

  private static int number(String text) {
    return (int) whole(text, 0, Integer.MAX_VALUE, "must be a whole number from 0");
  }

  private static List<Integer> risingNumbers(YamlNode node) {
    var numbers = node.texts().stream().map(Unit::number).toList();
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        throw new Wrong("numbers must rise, were " + joined(numbers));
      }
    }
    return numbers;
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new Wrong("must be yes or no, was " + text);
    };
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
