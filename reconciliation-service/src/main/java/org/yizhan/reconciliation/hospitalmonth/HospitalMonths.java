package org.yizhan.reconciliation.hospitalmonth;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was collected, to read. Lines are in the order in which they entered: a settlement's first
 * line by its time of settlement, the lines of a revision by its own time, those of a settlement
 * together and what is taken back first.
 */
public interface HospitalMonths {

  /** Empty when nothing was ever collected for that hospital and month. */
  Optional<MonthTotals> totals(HospitalMonth month);

  /**
   * @param after a month that may have none, or null for the first page
   */
  SortedMap<YearMonth, MonthTotals> months(
      String hospitalCode, @Nullable YearMonth after, int limit);

  /**
   * @param after the id of the last line of the page before, null for the first page
   * @return empty when {@code after} is no line of that month
   */
  Optional<List<AdvanceLine>> lines(HospitalMonth month, @Nullable UUID after, int limit);

  /** Every line, one at a time, however many there are. */
  void forEachLine(HospitalMonth month, Consumer<AdvanceLine> reader);
}
