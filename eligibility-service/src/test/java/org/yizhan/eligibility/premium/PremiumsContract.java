package org.yizhan.eligibility.premium;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.eligibility.premium.Premium.State;
import org.yizhan.eligibility.premium.Premiums.Question;
import org.yizhan.eligibility.premium.Premiums.Unpaid;

/** What every store of premiums does. */
public abstract class PremiumsContract {

  private static final LocalDate DUE = LocalDate.parse("2019-07-31");
  private static final LocalDate PAID_ON = LocalDate.parse("2019-07-03");

  /** Empty at the beginning of every test. */
  protected abstract Premiums premiums();

  @Test
  void keepsWhatIsKnownAsItWasFirstStored() {
    var first = obligation(1, "441600", "DIBAO");
    assertThat(premiums().keep(List.of(first))).containsExactly(new Premium(first, null));
    var again = obligation(1, "441600", "TEKUN");
    var second = obligation(2, "441600", "TEKUN");
    assertThat(premiums().keep(List.of(second, again, second)))
        .containsExactly(new Premium(second, null), new Premium(first, null));
    assertThat(premiums().keep(List.of())).isEmpty();
    assertThat(premiums().unpaid(DUE)).isEqualTo(new Unpaid(2, 0));
  }

  @Test
  void theFirstPaymentHeardOfStays() {
    var one = obligation(1, "441600", "DIBAO");
    premiums().keep(List.of(one));
    premiums().paid(Map.of(one.id(), PAID_ON, new UUID(9, 9), PAID_ON));
    premiums().paid(Map.of(one.id(), PAID_ON.plusDays(1)));
    premiums().paid(Map.of());
    assertThat(premiums().keep(List.of(one))).containsExactly(new Premium(one, PAID_ON));
    assertThat(premiums().unpaid(DUE)).isEqualTo(new Unpaid(0, 0));
  }

  @Test
  void listsACityByStatePageByPage() {
    var owed = IntStream.rangeClosed(1, 5).mapToObj(i -> obligation(i, "441600", "DIBAO")).toList();
    premiums().keep(owed);
    premiums().keep(List.of(obligation(6, "330300", "DIBAO")));
    var inOrder = owed.stream().sorted(comparing(one -> one.id().toString())).toList();
    premiums().paid(Map.of(inOrder.get(1).id(), PAID_ON));
    assertThat(ids(null, DUE, "", 9))
        .containsExactlyElementsOf(inOrder.stream().map(PremiumObligation::id).toList());
    assertThat(ids(State.PAID, DUE, "", 9)).containsExactly(inOrder.get(1).id());
    assertThat(ids(State.OWED, DUE, "", 2))
        .containsExactly(inOrder.get(0).id(), inOrder.get(2).id());
    assertThat(ids(State.OWED, DUE, inOrder.get(2).id().toString(), 2))
        .containsExactly(inOrder.get(3).id(), inOrder.get(4).id());
    assertThat(ids(State.OVERDUE, DUE, "", 9)).isEmpty();
    assertThat(ids(State.OVERDUE, DUE.plusDays(1), "", 9)).hasSize(4);
    assertThat(ids(State.OWED, DUE.plusDays(1), "", 9)).isEmpty();
    assertThat(premiums().unpaid(DUE)).isEqualTo(new Unpaid(5, 0));
    assertThat(premiums().unpaid(DUE.plusDays(1))).isEqualTo(new Unpaid(0, 5));
  }

  @Test
  @DisplayName("H15: what is unpaid of every city, page by page, without what arose on the day")
  void findsTheUnpaidPageByPage() {
    var owed =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> obligation(i, i == 3 ? "330300" : "441600", "DIBAO"))
            .sorted(comparing(one -> one.id().toString()))
            .toList();
    premiums().keep(owed);
    premiums().paid(Map.of(owed.get(1).id(), PAID_ON));
    var next = PAID_ON.plusDays(1);
    assertThat(premiums().unpaid(next, "", 3))
        .containsExactly(owed.get(0), owed.get(2), owed.get(3));
    assertThat(premiums().unpaid(next, owed.get(3).id().toString(), 3))
        .containsExactly(owed.get(4));
    assertThat(premiums().unpaid(PAID_ON, "", 3)).isEmpty();
  }

  @Test
  void findsWhatWasOwedForSomePersons() {
    var one = obligation(1, "441600", "DIBAO");
    var two = obligation(2, "330300", "DIBAO");
    premiums().keep(List.of(one, two, obligation(3, "441600", "DIBAO")));
    premiums().paid(Map.of(two.id(), PAID_ON));
    assertThat(premiums().of(List.of("P1", "P2", "P9"))).containsExactlyInAnyOrder(one, two);
    assertThat(premiums().of(List.of())).isEmpty();
  }

  private List<UUID> ids(State state, LocalDate today, String after, int limit) {
    return premiums().list(new Question("441600", state, today, after, limit)).stream()
        .map(one -> one.obligation().id())
        .toList();
  }

  private static PremiumObligation obligation(int number, String city, String category) {
    return new PremiumObligation(
        PremiumObligation.idOf("P" + number, city, 2019),
        "P" + number,
        city,
        "441602",
        2019,
        LocalDate.parse("2019-07-01"),
        new Subsidy(Money.of("220.00"), LocalDate.parse("2019-01-01"), "illustrative", "reference"),
        category,
        "civil-affairs",
        PAID_ON,
        DUE);
  }
}
