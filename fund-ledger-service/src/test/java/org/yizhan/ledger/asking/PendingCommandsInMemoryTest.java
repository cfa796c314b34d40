package org.yizhan.ledger.asking;

class PendingCommandsInMemoryTest extends PendingCommandsContract {

  private final PendingCommands commands = new PendingCommandsInMemory();

  @Override
  protected PendingCommands commands() {
    return commands;
  }
}
