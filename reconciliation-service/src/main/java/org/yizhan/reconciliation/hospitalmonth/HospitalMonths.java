package org.yizhan.reconciliation.hospitalmonth;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was collected, to read. Lines are in order of settlement time, then id. */
public interface HospitalMonths {

  /** Empty when nothing was ever collected for that hospital and month. */
  Optional<MonthTotals> totals(HospitalMonth month);

  /**
   * @param after a month that may have none, or null for the first page
   */
  SortedMap<YearMonth, MonthTotals> months(
      String hospitalCode, @Nullable YearMonth after, int limit);

  /**
   * @param after the last line of the page before, null for the first page
   * @return empty when {@code after} is no line of that month
   */
  Optional<List<AdvanceLine>> lines(HospitalMonth month, @Nullable UUID after, int limit);

  /** Every line, one at a time, however many there are. */
  void forEachLine(HospitalMonth month, Consumer<AdvanceLine> reader);
}
