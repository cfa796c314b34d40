package org.yizhan.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every memory of the days told does. */
public abstract class DaysToldContract {

  /** One that remembers nothing yet. */
  protected abstract DaysTold told();

  @Test
  void keepsTheLatestDay() {
    var told = told();
    assertThat(told.last()).isEmpty();
    told.remember(LocalDate.parse("2019-12-31"));
    told.remember(LocalDate.parse("2020-01-01"));
    told.remember(LocalDate.parse("2019-12-31"));
    assertThat(told.last()).contains(LocalDate.parse("2020-01-01"));
  }
}
