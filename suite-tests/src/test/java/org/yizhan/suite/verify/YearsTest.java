package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.verify.Samples.settlement;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class YearsTest {

  private final Years years = new Years();

  @Test
  @DisplayName("H7: each stay begins where the one before it ended")
  void followsAYear() {
    for (var stay : new String[] {"year-0", "year-1", "year-2"}) {
      assertThat(years.follow(settlement(stay))).isTrue();
    }
    assertThat(years.problems()).isEmpty();
  }

  @Test
  void aStayThatIsLeftOutIsMissed() {
    years.follow(settlement("year-0"));
    years.follow(settlement("year-2"));
    assertThat(years.problems())
        .anyMatch(line -> line.contains("cumulative base before is 376377.76, recomputed 88188.88"))
        .anyMatch(line -> line.contains("CATASTROPHIC paid in the year before"));
  }

  @Test
  void aYearThatBeginsInTheMiddleIsNoBeginning() {
    years.follow(settlement("year-1"));
    assertThat(years.problems())
        .anyMatch(
            line -> line.contains("BASIC paid in the year before is 200000.00, recomputed 0.00"));
  }

  @Test
  void whatWasPaidWithoutACapIsHeldAgainstTheStayBefore() {
    years.follow(settlement("year-0"));
    var altered = settlement("year-1");
    ((ObjectNode) altered.path("yearToDate")).put("CATASTROPHIC", "1000000.00");
    years.follow(altered);
    assertThat(years.problems()).anyMatch(line -> line.contains("CATASTROPHIC paid in the year"));
  }

  @Test
  void theSameAgainIsNothingNewAndAnotherContentIsNamed() {
    years.follow(settlement("year-0"));
    assertThat(years.follow(settlement("year-0"))).isFalse();
    assertThat(years.problems()).isEmpty();
    years.follow(settlement("year-0").put("county", "441621"));
    assertThat(years.problems()).anyMatch(line -> line.contains("published twice"));
  }

  @Test
  void afterSomethingElseHappenedToThePersonTheYearIsFollowedAnew() {
    years.follow(settlement("year-0"));
    years.disturb("P0123456789ABCDEF");
    years.follow(settlement("year-2"));
    assertThat(years.problems()).isEmpty();
    years.follow(settlement("year-1"));
    assertThat(years.problems()).isNotEmpty();
  }
}
