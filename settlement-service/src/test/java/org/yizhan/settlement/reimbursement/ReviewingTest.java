package org.yizhan.settlement.reimbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Refolding;

@DisplayName("H10: what becomes known late about a year")
class ReviewingTest {

  private final Refolding refolding = new Refolding(hash -> LAWS);
  private final Reviewing reviewing = new Reviewing(refolding, hash -> LAWS);

  private static BenefitYear yearOf(Bills... bills) {
    var year = bills[0].emptyYear();
    for (var bill : bills) {
      year = year.with(bill.settledIn(year).claim());
    }
    return year;
  }

  @Test
  void findsNothingWhileTheSameIsKnown() {
    var bill = aBill().of("42000.00").marked("DIBAO");
    var review = reviewing.review(yearOf(bill), bill.coverage());
    assertThat(review.findsNothing()).isTrue();
    assertThat(review.totals()).isEmpty();
  }

  @Test
  void findsWhatAMarkThatCameLateWouldHaveChangedInEverySettlement() {
    var year = yearOf(aBill().of("42000.00"), aBill().of("30000.00"));
    var marked =
        yearOf(aBill().of("42000.00").marked("DIBAO"), aBill().of("30000.00").marked("DIBAO"));
    var review = reviewing.review(year, aBill().marked("DIBAO").coverage());
    assertThat(review.refold().changed()).hasSize(2);
    assertThat(review.refold().year().accumulators()).isEqualTo(marked.accumulators());
    assertThat(review.totals())
        .filteredOn(change -> change.payer() == Payer.ASSISTANCE)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).hasToString("0.00");
              assertThat(change.after()).isEqualTo(marked.accumulators().paidBy(Payer.ASSISTANCE));
            });
  }

  @Test
  @DisplayName("H2: a filing that was entered late makes the stay a filed one")
  void findsAFilingThatCameLate() {
    var unfiled = yearOf(aBill().at(Place.UNFILED).of("42000.00"));
    var review = reviewing.review(unfiled, aBill().at(Place.FILED).coverage());
    assertThat(review.refold().changed()).hasSize(1);
    assertThat(review.refold().changed().getFirst().is().circumstances().coverage().place())
        .isEqualTo(Place.FILED);
  }

  @Test
  @DisplayName("W3: a settlement never comes to stand by facts that no event has told")
  void keepsTheFactsOfADecisionThatOthersDoNotChange() {
    var year = yearOf(aBill().of("42000.00"), aBill().of("0.00"));
    var marked = aBill().marked("DIBAO").coverage();
    var moved = movedTo("441621", marked);
    var refold = reviewing.review(year, moved).refold();
    assertThat(refold.changed()).hasSize(1);
    assertThat(refold.year().claims().getFirst().circumstances().coverage().county())
        .isEqualTo("441621");
    assertThat(refold.year().claims().getLast().circumstances())
        .isEqualTo(year.claims().getLast().circumstances());
  }

  private static Coverage movedTo(String county, Coverage known) {
    var enrolment = known.enrolments().getFirst();
    return new Coverage(
        known.personNumber(),
        known.maskedId(),
        known.city(),
        county,
        known.eligibilityVersion() + 1,
        List.of(
            new Enrolment(
                enrolment.scheme(),
                enrolment.status(),
                enrolment.from(),
                enrolment.to(),
                enrolment.city(),
                county)),
        known.marks(),
        known.filings());
  }

  @Test
  void namesSettlementsThatNoFoldCanSetRight() {
    var year = yearOf(aBill().of("42000.00"));
    var bill = aBill();
    var known = bill.coverage();
    var nowhere =
        new Coverage(
            known.personNumber(), known.maskedId(), null, null, 9, List.of(), List.of(), List.of());
    var review = reviewing.review(year, nowhere);
    assertThat(review.unclear()).containsExactly(year.claims().getFirst().settlementId());
    assertThat(review.refold().changed()).isEmpty();
  }

  @Test
  @DisplayName("W3: what is settled outside one-stop is kept apart from what the hospital advanced")
  void whatChangedIsOutsideOneStop() {
    var year = yearOf(aBill().of("42000.00"));
    var review = reviewing.review(year, aBill().marked("DIBAO").coverage());
    var before = year.claims().getFirst();
    Claim after = review.refold().outsideOneStop().year().claims().getFirst();
    after
        .shares()
        .forEach(
            (payer, amount) ->
                assertThat(amount.fen() - after.outside().getOrDefault(payer, 0L))
                    .as("what the hospital advanced for " + payer)
                    .isEqualTo(before.shares().get(payer).fen()));
    assertThat(after.outside()).containsKey(Payer.ASSISTANCE);
    assertThat(review.refold().outsideOneStop().year().accumulators())
        .isEqualTo(review.refold().year().accumulators());
  }

  @Test
  @DisplayName("H4: a person who turns out to be a resident never had the employees' supplement")
  void payersOfEitherChainCount() {
    var employee = aBill().as("RETIRED").of("42000.00");
    var resident = aBill().as("RESIDENT").of("42000.00");
    for (var then : List.of(employee, resident)) {
      var now = then == employee ? resident : employee;
      var review = reviewing.review(yearOf(then), now.coverage());
      var revision = refolding.revision(review.refold().changed().getFirst());
      assertThat(revision.changes()).extracting(Change::payer).contains(Payer.SUPPLEMENTARY);
      assertThat(review.totals()).isEqualTo(revision.changes());
      var outside = review.refold().outsideOneStop().year().claims().getFirst().outside();
      assertThat(outside).hasSameSizeAs(revision.changes()).containsKey(Payer.SUPPLEMENTARY);
    }
  }
}
