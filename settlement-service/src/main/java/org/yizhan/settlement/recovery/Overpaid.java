package org.yizhan.settlement.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;

/**
 * What an approved case says was paid too much. Whatever any settlement got too much is due, also
 * where another one of the same payer got too little: that is paid out by itself.
 */
public record Overpaid(ClaimsReimbursed reimbursed) {

  /** Empty when nothing was paid too much. */
  public Optional<Recovery> recovery() {
    var dues =
        Stream.of(Payer.values())
            .map(payer -> Due.of(payer, partsOf(payer)))
            .filter(due -> !due.parts().isEmpty())
            .toList();
    if (dues.isEmpty()) {
      return Optional.empty();
    }
    var settlement = reimbursed.revisions().getFirst().settlement(); // all are of one year
    return Optional.of(
        new Recovery(
            reimbursed.caseId(),
            1,
            Recovery.State.OPEN,
            reimbursed.cause(),
            settlement.personNumber(),
            settlement.city(),
            reimbursed.receivedAt(),
            dues,
            List.of(),
            List.of()));
  }

  private List<Part> partsOf(Payer payer) {
    return reimbursed.revisions().stream()
        .flatMap(
            revision ->
                revision.changes().stream()
                    .filter(change -> change.payer() == payer)
                    .filter(change -> change.after().compareTo(change.before()) < 0)
                    .map(change -> part(revision, payer, change.before().minus(change.after()))))
        .toList();
  }

  /** Who had answered for the share gets it back, not who answers for what is left of it. */
  private static Part part(Revision revision, Payer payer, Money amount) {
    return new Part(
        revision.settlement().settlementId(),
        revision.before().countyOf(payer),
        amount,
        Money.ZERO);
  }
}
