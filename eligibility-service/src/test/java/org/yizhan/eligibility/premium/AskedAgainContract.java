package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yizhan.eligibility.premium.AskedAgain.Round;

/** What every memory of the rounds does in which unpaid premiums are asked for again (H15). */
public abstract class AskedAgainContract {

  private static final LocalDate DAY = LocalDate.parse("2020-01-31");

  /** Empty at the beginning of every test. */
  protected abstract AskedAgain asked();

  @Test
  void theLatestDayCounts() {
    assertThat(asked().unfinished()).isEmpty();
    asked().begin(DAY);
    asked().advance(new Round(DAY, "", false), new Round(DAY, "5", false));
    asked().begin(DAY);
    assertThat(asked().unfinished()).contains(new Round(DAY, "5", false));
    asked().begin(DAY.plusDays(1));
    assertThat(asked().unfinished()).contains(new Round(DAY.plusDays(1), "", false));
    asked().begin(DAY.minusDays(1)); // comes late
    assertThat(asked().unfinished()).contains(new Round(DAY.plusDays(1), "", false));
  }

  @Test
  void movesOnOnlyFromWhereItStands() {
    asked().begin(DAY);
    var start = new Round(DAY, "", false);
    var further = new Round(DAY, "5", false);
    asked().advance(start, further);
    asked().advance(start, new Round(DAY, "1", false));
    assertThat(asked().unfinished()).contains(further);
    asked().advance(further, new Round(DAY, "9", true));
    assertThat(asked().unfinished()).isEmpty();
    asked().begin(DAY);
    assertThat(asked().unfinished()).isEmpty();
  }
}
