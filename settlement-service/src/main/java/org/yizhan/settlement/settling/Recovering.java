package org.yizhan.settlement.settling;

import java.util.UUID;
import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.settlement.recovery.RecoveryAtWork;
import org.yizhan.settlement.recovery.RecoveryDecision.Changed;
import org.yizhan.settlement.recovery.RecoveryDecision.Done;
import org.yizhan.settlement.recovery.RecoveryDecision.Refused;
import org.yizhan.settlement.recovery.RecoveryRefusals;
import org.yizhan.settlement.settling.Answer.NoCase;
import org.yizhan.settlement.settling.Answer.RecoveryStands;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.Recoveries.Returned;

/**
 * Gets back what one-stop paid too much (H10, W3). A recovery is written with the event that comes
 * of it; a command that is delivered again finds both.
 */
final class Recovering {

  private final Recoveries recoveries;
  private final Function<RecoveryReturned, byte[]> encode;

  Recovering(Recoveries recoveries, Function<RecoveryReturned, byte[]> encode) {
    this.recoveries = recoveries;
    this.encode = encode;
  }

  Answer decide(OfRecovery command) {
    var found = recoveries.find(command.caseId());
    if (found.isEmpty()) {
      return new NoCase(
          command.commandId(), command.personNumber(), RecoveryRefusals.unknown(command.caseId()));
    }
    return switch (new RecoveryAtWork(found.get()).decide(command)) {
      case Changed changed -> write(command, changed);
      case Done done ->
          new RecoveryStands(
              command.commandId(),
              done.recovery(),
              done.returnId().map(id -> known(command, id)),
              false);
      case Refused(var problem) -> new NoCase(command.commandId(), command.personNumber(), problem);
    };
  }

  private RecoveryStands write(OfRecovery command, Changed changed) {
    var returned =
        changed.returned().map(event -> new Returned(event.returnId(), encode.apply(event)));
    recoveries.become(changed.recovery(), returned.orElse(null));
    return new RecoveryStands(command.commandId(), changed.recovery(), returned, true);
  }

  private Returned known(OfRecovery command, UUID returnId) {
    return recoveries
        .returnOf(command.caseId(), returnId)
        .map(event -> new Returned(returnId, event))
        .orElseThrow(
            () -> new ChangedMeanwhile("return " + returnId + " is recorded, its event not found"));
  }
}
