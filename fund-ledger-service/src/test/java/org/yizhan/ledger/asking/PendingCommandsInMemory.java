package org.yizhan.ledger.asking;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

final class PendingCommandsInMemory implements PendingCommands {

  private final Map<UUID, Pending> commands = new ConcurrentHashMap<>();

  @Override
  public void keep(Pending command) {
    commands.putIfAbsent(command.commandId(), command);
  }

  @Override
  public Optional<Pending> find(UUID commandId) {
    return Optional.ofNullable(commands.get(commandId));
  }
}
