package org.yizhan.reconciliation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.hospitalmonth.State;

/**
 * The months of a hospital on the wire.
 *
 * @param next what the next page comes after, absent on the last one
 */
record HospitalMonthsView(
    String hospitalCode,
    List<Month> months,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable YearMonth next) {

  record Month(YearMonth month, State state, MonthTotals totals) {}

  static HospitalMonthsView of(
      String hospitalCode, SortedMap<YearMonth, MonthTotals> oneMore, int limit) {
    var all =
        oneMore.entrySet().stream()
            .map(entry -> new Month(entry.getKey(), State.OPEN, entry.getValue()))
            .toList();
    var page = all.subList(0, Math.min(limit, all.size()));
    return new HospitalMonthsView(
        hospitalCode, page, all.size() > limit ? page.getLast().month() : null);
  }
}
