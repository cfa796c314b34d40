package org.yizhan.ledger.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;

/**
 * What a revision means for the memorandum books: per settlement and payer one entry of the
 * difference. So the net of all entries of a settlement and payer is what the payer bears now;
 * after a cancellation it is nothing.
 */
final class RevisionEntries {

  private final ClaimsRevised revised;
  private final LocalDate bookedOn;

  RevisionEntries(ClaimsRevised revised, ZoneId zone) {
    this.revised = revised;
    this.bookedOn = revised.receivedAt().atZoneSameInstant(zone).toLocalDate();
  }

  List<JournalEntry> all() {
    return revised.revisions().stream()
        .flatMap(revision -> Stream.of(Payer.values()).map(payer -> difference(revision, payer)))
        .flatMap(List::stream)
        .toList();
  }

  private List<JournalEntry> difference(Revision revision, Payer payer) {
    var fen = new LinkedHashMap<AccountRef, Long>();
    addTo(fen, payer, revision.before(), -1);
    if (!revision.isCancellation()) {
      addTo(fen, payer, revision.settlement(), 1);
    }
    var payable = SettlementEntries.payable(revision.settlement());
    var postings = postings(fen, payable);
    return postings.isEmpty() ? List.of() : List.of(entry(revision, payer, postings));
  }

  private static void addTo(
      Map<AccountRef, Long> fen, Payer payer, Settlement settlement, int sign) {
    for (var share : settlement.shares()) {
      if (share.payer() == payer && !share.amount().isZero()) {
        fen.merge(
            SettlementEntries.receivable(settlement, share),
            sign * share.amount().fen(),
            Math::addExact);
      }
    }
  }

  /** A payer bears less: the pair is turned round. */
  private static List<Posting> postings(Map<AccountRef, Long> fen, AccountRef payable) {
    var postings = new ArrayList<Posting>();
    fen.forEach(
        (receivable, difference) -> {
          if (difference > 0) {
            postings.add(new Posting(receivable, payable, Money.ofFen(difference)));
          } else if (difference < 0) {
            postings.add(new Posting(payable, receivable, Money.ofFen(-difference)));
          }
        });
    return postings;
  }

  private JournalEntry entry(Revision revision, Payer payer, List<Posting> postings) {
    var settlementId = revision.settlement().settlementId();
    var hadBorne =
        revision.before().shares().stream()
            .filter(share -> share.payer() == payer)
            .map(Share::amount)
            .anyMatch(amount -> !amount.isZero());
    return new JournalEntry(
        DerivedId.of("memo-revision", revised.revisionId(), settlementId, payer),
        payer,
        Book.MEMO,
        settlementId,
        revision.isCancellation() ? "settlement-cancelled" : "settlement-adjusted",
        bookedOn,
        postings,
        new Correction(
            revised.revisionId(), hadBorne ? SettlementEntries.idOf(settlementId, payer) : null));
  }
}
