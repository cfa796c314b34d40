package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yizhan.eligibility.premium.YearsBegun.BegunYear;

/** What every memory of the years does. */
public abstract class YearsBegunContract {

  private static final LocalDate NEW_YEAR = LocalDate.parse("2020-01-01");

  /** Empty at the beginning of every test. */
  protected abstract YearsBegun years();

  @Test
  void aYearBeginsOnceOnTheFirstDayHeardOf() {
    assertThat(years().latest()).isEmpty();
    assertThat(years().unfinished()).isEmpty();
    years().begin(LocalDate.parse("2019-11-15"));
    years().begin(LocalDate.parse("2019-11-16"));
    years().begin(NEW_YEAR);
    assertThat(years().unfinished())
        .contains(new BegunYear(2019, LocalDate.parse("2019-11-15"), "", false));
    assertThat(years().latest()).contains(new BegunYear(2020, NEW_YEAR, "", false));
  }

  @Test
  void movesOnOnlyFromWhereItStands() {
    years().begin(NEW_YEAR);
    var start = new BegunYear(2020, NEW_YEAR, "", false);
    var further = new BegunYear(2020, NEW_YEAR, "P5", false);
    years().advance(start, further);
    years().advance(start, new BegunYear(2020, NEW_YEAR, "P1", false));
    assertThat(years().unfinished()).contains(further);
    var finished = new BegunYear(2020, NEW_YEAR, "P9", true);
    years().advance(further, finished);
    years().begin(NEW_YEAR);
    assertThat(years().unfinished()).isEmpty();
    assertThat(years().latest()).contains(finished);
  }
}
