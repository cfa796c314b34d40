package org.yizhan.reconciliation.hospitalmonth;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * The sums of a month's lines. They cannot exist unless bills = advances + patients: a statement
 * that does not add up must not leave the house.
 */
public record MonthTotals(long count, Money total, Map<Payer, Money> advances, Money patient) {

  public static final MonthTotals NONE = new MonthTotals(0, Money.ZERO, Map.of(), Money.ZERO);

  /**
   * @throws IllegalStateException when the sums do not add up, which is a defect of ours
   */
  public MonthTotals {
    var inOrder = new EnumMap<Payer, Money>(Payer.class);
    inOrder.putAll(advances);
    advances = Collections.unmodifiableMap(inOrder);
    var parts = advances.values().stream().reduce(patient, Money::plus);
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
    return new MonthTotals(1, line.total(), line.advances(), line.patient());
  }

  public MonthTotals plus(MonthTotals other) {
    var sum = new EnumMap<Payer, Money>(Payer.class);
    sum.putAll(advances);
    other.advances.forEach((payer, amount) -> sum.merge(payer, amount, Money::plus));
    return new MonthTotals(
        count + other.count, total.plus(other.total), sum, patient.plus(other.patient));
  }
}
