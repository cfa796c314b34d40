package org.yizhan.reconciliation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonth;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.hospitalmonth.State;

/**
 * A hospital's month on the wire.
 *
 * @param next what the next page comes after, absent on the last one
 */
record HospitalMonthView(
    String hospitalCode,
    YearMonth month,
    State state,
    List<LineView> lines,
    MonthTotals totals,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID next) {

  static HospitalMonthView of(
      HospitalMonth month, List<AdvanceLine> oneMore, int limit, MonthTotals totals) {
    var page = oneMore.subList(0, Math.min(limit, oneMore.size()));
    var next = oneMore.size() > limit ? page.getLast().lineId() : null;
    return new HospitalMonthView(
        month.hospitalCode(),
        month.month(),
        State.OPEN,
        page.stream().map(LineView::of).toList(),
        totals,
        next);
  }
}
