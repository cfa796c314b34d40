package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement.Status;

@DisplayName("H21: a year folded again")
class RefoldingTest {

  private static final UUID REVISION = new UUID(0, 7);

  private final Refolding refolding = new Refolding(hash -> LAWS);

  private static BenefitYear yearOf(Bills... bills) {
    var year = bills[0].emptyYear();
    for (var bill : bills) {
      year = year.with(bill.settledIn(year).claim());
    }
    return year;
  }

  private static Bills poor(String inPolicy) {
    return aBill().of(inPolicy).marked("REGISTERED_POOR");
  }

  private Refold without(BenefitYear year, int index) {
    var cancelled = year.claims().get(index);
    return refolding.fold(
        year,
        claim -> claim.equals(cancelled) ? new Standing.Cancelled(REVISION) : Standing.AS_DECIDED);
  }

  @Test
  void isTheSameWhenNothingChanged() {
    var year = yearOf(poor("42000.00"), poor("30000.00"));
    var again = refolding.fold(year, claim -> Standing.AS_DECIDED);
    assertThat(again.changed()).isEmpty();
    assertThat(again.year().claims()).isEqualTo(year.claims());
    assertThat(again.year().version()).isEqualTo(year.version() + 1);
  }

  @Test
  void theLastClaimCanBeTakenOutWithoutAnyOther() {
    var year = yearOf(poor("42000.00"), poor("30000.00"));
    var without = without(year, 1);
    assertThat(without.changed()).hasSize(1);
    assertThat(without.year().accumulators()).isEqualTo(yearOf(poor("42000.00")).accumulators());
    assertThat(without.year().claims().get(1).cancelledBy()).isEqualTo(REVISION);
  }

  @Test
  @DisplayName("W1, H4: what a cancelled claim had used up is there for the later ones again")
  void aLaterClaimComesOutAsIfTheCancelledOneHadNeverBeen() {
    var first = poor("42000.00");
    var later = poor("150000.00");
    var without = without(yearOf(first, later), 0);
    var alone = yearOf(later);
    assertThat(without.year().accumulators()).isEqualTo(alone.accumulators());
    assertThat(without.year().claims().get(1).shares())
        .isEqualTo(alone.claims().getFirst().shares());
    assertThat(without.changed()).hasSize(2);
  }

  @Test
  void whatIsSaidIsHowItStoodAndHowItStands() {
    var without = without(yearOf(poor("42000.00"), poor("150000.00")), 0);
    var cancelled = refolding.revision(without.changed().get(0));
    var adjusted = refolding.revision(without.changed().get(1));
    assertThat(cancelled.settlement().status()).isEqualTo(Status.CANCELLED);
    assertThat(cancelled.changes())
        .allSatisfy(change -> assertThat(change.after()).isEqualTo(Money.ZERO))
        .isNotEmpty();
    assertThat(adjusted.settlement().status()).isEqualTo(Status.SETTLED);
    assertThat(adjusted.settlement().yearToDate().paid().get(Payer.BASIC))
        .isEqualTo(without.year().accumulators().paidBy(Payer.BASIC));
    // The poverty insurer's cap of 10,000 had been eaten into by the first claim.
    assertThat(adjusted.changes())
        .anySatisfy(
            change -> {
              assertThat(change.payer()).isEqualTo(Payer.POVERTY);
              assertThat(change.after()).isGreaterThan(change.before());
            });
  }

  @Test
  void aCancelledClaimStaysCancelledAndCountsForNothing() {
    var once = without(yearOf(poor("42000.00"), poor("30000.00")), 0).year();
    var twice = refolding.fold(once, claim -> Standing.AS_DECIDED);
    assertThat(twice.changed()).isEmpty();
    assertThat(twice.year().claims()).isEqualTo(once.claims());
    assertThat(BenefitYear.of(once.key(), once.version(), List.copyOf(once.claims())))
        .isEqualTo(once);
  }
}
