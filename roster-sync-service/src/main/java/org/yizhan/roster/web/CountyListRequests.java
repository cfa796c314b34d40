package org.yizhan.roster.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.roster.countylist.CountyList;
import org.yizhan.roster.countylist.PushingLists;

/** How far each county's list of a month is (H12). */
@RestController
final class CountyListRequests {

  private final PushingLists pushing;

  CountyListRequests(PushingLists pushing) {
    this.pushing = pushing;
  }

  /**
   * @param dueOn by when each county has its list
   */
  record Lists(YearMonth month, LocalDate dueOn, List<CountyList> lists) {}

  @GetMapping("/api/county-lists/{month}")
  Lists lists(@PathVariable String month) {
    var asked = monthOf(month);
    return new Lists(asked, pushing.dueOn(asked), pushing.of(asked));
  }

  private static YearMonth monthOf(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException noMonth) {
      throw RosterUploads.malformed(
          List.of(new FieldError("month", text, "must be a month of the form 2026-11")));
    }
  }
}
