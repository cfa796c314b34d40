package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.settling.ExpectedYear.Change;

/** What is to be got back of each case, and what has come back. */
final class ExpectedRecoveries {

  /** In fen. */
  static final class Open {
    final String person;
    private final Map<Payer, Long> due = new EnumMap<>(Payer.class);
    private final Map<Payer, Long> returned = new EnumMap<>(Payer.class);
    private final Map<String, RecordReturn> references = new HashMap<>();

    private Open(String person) {
      this.person = person;
    }

    long left(Payer payer) {
      return due.getOrDefault(payer, 0L) - returned.getOrDefault(payer, 0L);
    }

    Map<Payer, Long> returned() {
      return returned;
    }

    private boolean isClosed() {
      return due.keySet().stream().allMatch(payer -> left(payer) == 0);
    }
  }

  final Map<UUID, Open> byCase = new LinkedHashMap<>();
  private final Recoveries stored;

  ExpectedRecoveries(Recoveries stored) {
    this.stored = stored;
  }

  void open(UUID caseId, String person, List<Change> changes) {
    var open = new Open(person);
    for (var change : changes) {
      for (var payer : Payer.values()) {
        long less =
            change.before().getOrDefault(payer, 0L) - change.after().getOrDefault(payer, 0L);
        if (less > 0) {
          open.due.merge(payer, less, Long::sum);
        }
      }
    }
    if (!open.due.isEmpty()) {
      byCase.put(caseId, open);
    }
  }

  /** RETURNED, RETURN_KNOWN, or the code of a refusal. */
  String of(RecordReturn command) {
    var open = byCase.get(command.caseId());
    if (open == null) {
      return "unknown-recovery";
    }
    var known = open.references.get(command.reference());
    if (known != null && known.commandId().equals(command.commandId())) {
      return "RETURNED";
    }
    if (known != null) {
      boolean same =
          known.payer() == command.payer()
              && known.amount().equals(command.amount())
              && known.receivedOn().equals(command.receivedOn());
      return same ? "RETURN_KNOWN" : "reference-used";
    }
    if (open.isClosed()) {
      return "recovery-closed";
    }
    return command.amount().fen() > open.left(command.payer()) ? "more-than-open" : "RETURNED";
  }

  /** The first time it is heard of. */
  void take(RecordReturn command) {
    var open = byCase.get(command.caseId());
    if (open.references.putIfAbsent(command.reference(), command) == null) {
      open.returned.merge(command.payer(), command.amount().fen(), Long::sum);
    }
  }

  /** What a process that died had already written. */
  void observe(RecordReturn command) {
    boolean written =
        stored.find(command.caseId()).stream()
            .flatMap(recovery -> recovery.returns().stream())
            .anyMatch(known -> known.commandId().equals(command.commandId()));
    if (written) {
      assertThat(of(command)).isEqualTo("RETURNED");
      take(command);
    }
  }

  /** What is stored says so, and each amount is the sum of its parts. */
  void check() {
    byCase.forEach((caseId, open) -> check(stored.find(caseId).orElseThrow(), open));
  }

  private static void check(Recovery recovery, Open open) {
    var due = new EnumMap<Payer, Long>(Payer.class);
    var returned = new EnumMap<Payer, Long>(Payer.class);
    for (var one : recovery.dues()) {
      for (var part : one.parts()) {
        due.merge(one.payer(), part.amount().fen(), Long::sum);
        returned.merge(one.payer(), part.returned().fen(), Long::sum);
        assertThat(part.returned()).isLessThanOrEqualTo(part.amount());
      }
    }
    returned.values().removeIf(fen -> fen == 0);
    assertThat(due).as("due of case %s", recovery.caseId()).isEqualTo(open.due);
    assertThat(returned).as("returned of case %s", recovery.caseId()).isEqualTo(open.returned);
    assertThat(recovery.state().isOpen()).isEqualTo(!open.isClosed());
  }
}
