package org.yizhan.reconciliation.hospitalmonth;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yizhan.contracts.Payer;

/**
 * The sums of a month's lines, below zero where a month takes back more than it adds. They cannot
 * exist unless bills = advances + patients: a statement that does not add up must not leave the
 * house.
 *
 * @param count of lines, not of settlements: one that was cancelled in its own month counts twice,
 *     one that was adjusted in it three times
 * @param advances of each payer that any line names
 */
public record MonthTotals(
    long count, NetAmount total, Map<Payer, NetAmount> advances, NetAmount patient) {

  public static final MonthTotals NONE =
      new MonthTotals(0, NetAmount.ZERO, Map.of(), NetAmount.ZERO);

  /**
   * @throws IllegalStateException when the sums do not add up, which is a defect of ours
   */
  public MonthTotals {
    var inOrder = new EnumMap<Payer, NetAmount>(Payer.class);
    inOrder.putAll(advances);
    advances = Collections.unmodifiableMap(inOrder);
    var parts = advances.values().stream().reduce(patient, NetAmount::plus);
    if (!parts.equals(total)) {
      throw new IllegalStateException(
          "advances and patients of "
              + count
              + " lines add up to "
              + parts
              + ", their bills to "
              + total);
    }
  }

  public static MonthTotals of(AdvanceLine line) {
    var advances = new EnumMap<Payer, NetAmount>(Payer.class);
    line.advances().forEach((payer, amount) -> advances.put(payer, line.net(amount)));
    return new MonthTotals(1, line.net(line.total()), advances, line.net(line.patient()));
  }

  public MonthTotals plus(MonthTotals other) {
    var sum = new EnumMap<Payer, NetAmount>(Payer.class);
    sum.putAll(advances);
    other.advances.forEach((payer, amount) -> sum.merge(payer, amount, NetAmount::plus));
    return new MonthTotals(
        count + other.count, total.plus(other.total), sum, patient.plus(other.patient));
  }
}
