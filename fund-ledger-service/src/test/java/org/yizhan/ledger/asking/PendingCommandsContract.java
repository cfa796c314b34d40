package org.yizhan.ledger.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.asking.PendingCommands.Pending;

/** What every store of pending commands does. */
public abstract class PendingCommandsContract {

  protected abstract PendingCommands commands();

  @Test
  void findsWhatItKeepsAndNothingElse() {
    var command = new Pending(UUID.randomUUID(), "441600", Payer.ASSISTANCE, "pay-hospital.v1");
    commands().keep(command);
    assertThat(commands().find(command.commandId())).contains(command);
    assertThat(commands().find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void whatIsKnownStaysAsItIs() {
    var command = new Pending(UUID.randomUUID(), "441600", Payer.ASSISTANCE, "pay-hospital.v1");
    commands().keep(command);
    commands().keep(new Pending(command.commandId(), "330300", Payer.BASIC, "other.v1"));
    assertThat(commands().find(command.commandId())).contains(command);
  }
}
