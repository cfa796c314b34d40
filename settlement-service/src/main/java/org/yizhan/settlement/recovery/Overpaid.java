package org.yizhan.settlement.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Overpayment;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;

/**
 * What an approved case says was paid too much and was not set off against what the same case pays
 * out, as {@link Overpayment} says: that is due from the person.
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
    return Overpayment.of(reimbursed).stream()
        .filter(overpaid -> overpaid.payer() == payer && !overpaid.due().isZero())
        .map(
            overpaid ->
                new Part(overpaid.settlementId(), overpaid.county(), overpaid.due(), Money.ZERO))
        .toList();
  }
}
