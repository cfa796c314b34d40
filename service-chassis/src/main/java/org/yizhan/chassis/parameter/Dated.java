package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter over time: each value holds until a later one replaces it.
 *
 * @param <T> Money, Rate and the other types of {@link Unit}
 */
public final class Dated<T> {

  private final String name;
  private final List<LocalDate> days;
  private final List<InForce<T>> values;

  private Dated(String name, SortedMap<LocalDate, InForce<T>> values) {
    this.name = name;
    this.days = List.copyOf(values.keySet());
    this.values = List.copyOf(values.values());
  }

  static <T> Dated<T> of(String name, SortedMap<LocalDate, InForce<T>> values) {
    return new Dated<>(name, values);
  }

  /** A parameter that no file gives: every look-up says so. */
  static <T> Dated<T> absent(String name) {
    return new Dated<>(name, new TreeMap<>());
  }

  /**
   * @return the value in force
   * @throws MissingParameter when there is none yet on this day, or none at all
   */
  public InForce<T> on(LocalDate day) {
    var found = floor(day);
    if (found == null) {
      throw new MissingParameter(name, day, firstDay());
    }
    return found;
  }

  /** Rows are few and most look-ups are of today: a walk from the newest beats a tree. */
  private @Nullable InForce<T> floor(LocalDate day) {
    for (int i = days.size() - 1; i >= 0; i--) {
      if (!days.get(i).isAfter(day)) {
        return values.get(i);
      }
    }
    return null;
  }

  /**
   * A parameter computed from two others, with status {@code derived}: it changes when either of
   * them does, so that a replaced value is followed by what hangs on it.
   */
  public static <A, B, T> Dated<T> derived(
      String name,
      Dated<A> left,
      Dated<B> right,
      BiFunction<A, B, T> compute,
      Function<T, String> text) {
    if (left.firstDay() == null || right.firstDay() == null) {
      return absent(left.firstDay() == null ? left.name : right.name);
    }
    var days = new TreeSet<>(left.days);
    days.addAll(right.days);
    var values = new TreeMap<LocalDate, InForce<T>>();
    for (var day : days) {
      if (left.floor(day) != null && right.floor(day) != null) {
        values.put(day, derivedOn(day, name, left, right, compute, text));
      }
    }
    return new Dated<>(name, values);
  }

  private static <A, B, T> InForce<T> derivedOn(
      LocalDate day,
      String name,
      Dated<A> left,
      Dated<B> right,
      BiFunction<A, B, T> compute,
      Function<T, String> text) {
    var a = left.on(day);
    var b = right.on(day);
    var value = compute.apply(a.value(), b.value());
    var reference = left.name + " × " + right.name;
    return new InForce<>(
        value,
        List.of(
            a.used().getFirst(),
            b.used().getFirst(),
            new ValueUsed(name, day, text.apply(value), Status.DERIVED.word(), reference)));
  }

  /** City, file and key, for example {@code 441600/assistance/in-part/cap}. */
  public String name() {
    return name;
  }

  public @Nullable LocalDate firstDay() {
    return days.isEmpty() ? null : days.getFirst();
  }

  /** Every row, oldest first, as explanations show it. */
  public List<ValueUsed> rows() {
    return values.stream().map(row -> row.used().getLast()).toList();
  }

  /** Whether there is a value on this day; for look-ups where none is an answer. */
  public Optional<InForce<T>> find(LocalDate day) {
    return Optional.ofNullable(floor(day));
  }
}
