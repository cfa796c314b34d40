package org.yizhan.ledger.fund;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.settlement.Overpayment;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;

/**
 * What settling outside one-stop asks of the funds (H10): each pays straight from its fiscal
 * special account what it should have borne more, and has back what it bore too much. Hospitals
 * advanced nothing, so the memorandum books are silent. The insurer pays its share itself, and the
 * special-care subsidy is reimbursed by the district bureau (W3): in no book of ours.
 */
public final class ManualMoney {

  private ManualMoney() {}

  /** In the order in which it is asked for: what is set off first, so that it covers payments. */
  public static List<FundCommand> askedBy(SettlementEvent event) {
    return switch (event) {
      case ClaimsReimbursed reimbursed -> of(reimbursed);
      case RecoveryReturned returned -> of(returned);
      default -> List.of();
    };
  }

  private static List<FundCommand> of(ClaimsReimbursed reimbursed) {
    var commands = new ArrayList<FundCommand>();
    for (var overpaid : Overpayment.of(reimbursed)) {
      if (!overpaid.setOff().isZero()) {
        commands.add(setOff(reimbursed, overpaid));
      }
    }
    for (var revision : reimbursed.revisions()) {
      for (var change : revision.changes()) {
        if (Overpayment.FUNDS.contains(change.payer())
            && change.after().compareTo(change.before()) > 0) {
          commands.add(payment(reimbursed, revision, change));
        }
      }
    }
    return commands;
  }

  private static FundCommand setOff(ClaimsReimbursed reimbursed, Overpayment overpaid) {
    var id =
        DerivedId.of("set-off", reimbursed.caseId(), overpaid.settlementId(), overpaid.payer());
    var settlement = reimbursed.revisions().getFirst().settlement(); // all are of one city
    return new ReceiveReturn(
        new Asked(
            id, settlement.city(), overpaid.payer(), reimbursed.checker(), reimbursed.receivedAt()),
        reimbursed.caseId(),
        overpaid.settlementId(),
        overpaid.county(),
        overpaid.setOff());
  }

  private static FundCommand payment(
      ClaimsReimbursed reimbursed, Revision revision, Change change) {
    var settlement = revision.settlement();
    var payer = change.payer();
    var id = DerivedId.of("manual-payment", reimbursed.caseId(), settlement.settlementId(), payer);
    return new PayManually(
        new Asked(id, settlement.city(), payer, reimbursed.checker(), reimbursed.receivedAt()),
        reimbursed.caseId(),
        settlement.settlementId(),
        settlement.countyOf(payer),
        change.after().minus(change.before()));
  }

  private static List<FundCommand> of(RecoveryReturned returned) {
    if (!Overpayment.FUNDS.contains(returned.payer())) {
      return List.of();
    }
    return returned.portions().stream()
        .<FundCommand>map(
            portion ->
                new ReceiveReturn(
                    new Asked(
                        DerivedId.of(
                            "recovery-return", returned.returnId(), portion.settlementId()),
                        returned.city(),
                        returned.payer(),
                        returned.recordedBy(),
                        returned.receivedAt()),
                    returned.caseId(),
                    portion.settlementId(),
                    portion.county(),
                    portion.amount()))
        .toList();
  }
}
