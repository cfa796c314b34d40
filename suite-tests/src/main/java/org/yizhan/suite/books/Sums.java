package org.yizhan.suite.books;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yizhan.contracts.Money;
import org.yizhan.suite.door.Settled;
import tools.jackson.databind.JsonNode;

/** Named amounts in fen, and counts: what stands in the books, or what should. */
public final class Sums {

  private final SortedMap<String, Long> values = new TreeMap<>();

  /** What the books and the statements must hold of these settlements. */
  public static Sums owedFor(Iterable<Settled> settlements) {
    var sums = new Sums();
    settlements.forEach(sums::owe);
    return sums;
  }

  private void owe(Settled settled) {
    var month = "statements of " + settled.hospitalCode();
    settled
        .shares()
        .forEach(
            (payer, fen) -> {
              for (var side : List.of("1901 debit", "2901 credit", "debit", "credit")) {
                add("trial balance " + payer + " " + side, fen);
              }
              add("payable " + payer + " to " + settled.hospitalCode(), fen);
              add(month + " " + payer, fen);
            });
    add(month + " total", settled.total());
    add(month + " patient", settled.patient());
    add(month + " count", 1);
  }

  void add(String name, long amount) {
    values.merge(name, amount, Math::addExact);
  }

  /** Balances and the totals of a month may be below zero. */
  void add(String name, JsonNode yuan) {
    var text = yuan.asString("0.00");
    add(name, text.startsWith("-") ? -Money.of(text.substring(1)).fen() : Money.of(text).fen());
  }

  public Sums plus(Sums other) {
    var sum = new Sums();
    values.forEach(sum::add);
    other.values.forEach(sum::add);
    return sum;
  }

  /** Where the two differ, one line each; a name that is missing stands for zero. */
  public List<String> differencesTo(Sums expected) {
    var names = new TreeSet<>(values.keySet());
    names.addAll(expected.values.keySet());
    var differences = new ArrayList<String>();
    for (var name : names) {
      long found = values.getOrDefault(name, 0L);
      long wanted = expected.values.getOrDefault(name, 0L);
      if (found != wanted) {
        differences.add("%s is %,d, must be %,d".formatted(name, found, wanted));
      }
    }
    return differences;
  }

  /** The sum of all values whose name begins and ends so. */
  public long sum(String prefix, String suffix) {
    return values.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix) && one.getKey().endsWith(suffix))
        .mapToLong(one -> one.getValue())
        .sum();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
