package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;

class AskingAgainTest {

  private static final LocalDate KNOWN = LocalDate.parse("2020-01-31");

  private final PremiumsInMemory premiums = new PremiumsInMemory();
  private final AskedAgainInMemory asked = new AskedAgainInMemory();
  private final AskingAgain asking = new AskingAgain(premiums, asked);

  private List<PremiumObligation> askAll() {
    var owed = new ArrayList<PremiumObligation>();
    for (var page = asking.nextPage(2); page.isPresent(); page = asking.nextPage(2)) {
      assertThat(page.get().unpaid()).hasSizeLessThanOrEqualTo(2);
      owed.addAll(page.get().unpaid());
      asking.done(page.get());
    }
    return owed;
  }

  private static PremiumObligation owed(int person) {
    return new PremiumObligation(
        PremiumObligation.idOf("P" + person, "441600", 2020),
        "P" + person,
        "441600",
        "441602",
        2020,
        KNOWN,
        new Subsidy(Money.of("220.00"), KNOWN, "illustrative", "reference"),
        "DIBAO",
        "civil-affairs",
        KNOWN,
        KNOWN);
  }

  @Test
  @DisplayName("H15: each day once more for what is unpaid, each time the same, until it is paid")
  void asksEachDayUntilItIsPaid() {
    var all = IntStream.rangeClosed(1, 4).mapToObj(AskingAgainTest::owed).toList();
    premiums.keep(all);
    assertThat(askAll()).as("no day has begun").isEmpty();
    asked.begin(KNOWN);
    assertThat(askAll()).as("was asked for on that day").isEmpty();
    asked.begin(KNOWN.plusDays(1));
    assertThat(askAll()).containsExactlyInAnyOrderElementsOf(all);
    asked.begin(KNOWN.plusDays(1));
    assertThat(askAll()).isEmpty();
    premiums.paid(Map.of(all.get(0).id(), KNOWN, all.get(2).id(), KNOWN));
    asked.begin(KNOWN.plusDays(2));
    assertThat(askAll()).containsExactlyInAnyOrder(all.get(1), all.get(3));
  }

  @Test
  void aPageThatWasNotDoneComesAgain() {
    premiums.keep(List.of(owed(1), owed(2), owed(3)));
    asked.begin(KNOWN.plusDays(1));
    var page = asking.nextPage(2).orElseThrow();
    assertThat(asking.nextPage(2)).contains(page);
    asking.done(page);
    assertThat(asking.nextPage(2).orElseThrow().unpaid()).hasSize(1);
  }
}
