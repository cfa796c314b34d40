package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.settling.ExpectedYear.Change;

/** What is to be got back of each case, and what has come back. */
final class ExpectedRecoveries {

  /** In fen. */
  /** Whose books the suite keeps; insurer and districts settle their part themselves (W3). */
  private static final Set<Payer> OURS =
      Set.of(Payer.BASIC, Payer.CATASTROPHIC, Payer.SUPPLEMENTARY, Payer.ASSISTANCE);

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
    var paid = new EnumMap<Payer, Long>(Payer.class);
    changes.forEach(change -> OURS.forEach(payer -> more(paid, payer, -less(change, payer))));
    // Against the fund's own payments first, as much as there are of them in the whole case.
    var own = new EnumMap<Payer, Long>(paid);
    var left = new ArrayList<Map<Payer, Long>>();
    for (var change : changes) {
      var ofOne = new EnumMap<Payer, Long>(Payer.class);
      for (var payer : Payer.values()) {
        long less = Math.max(0, less(change, payer));
        long setOff = Math.min(less, own.getOrDefault(payer, 0L));
        own.merge(payer, -setOff, Long::sum);
        ofOne.put(payer, less - setOff);
      }
      left.add(ofOne);
    }
    long pool = own.values().stream().mapToLong(Long::longValue).sum();
    for (var ofOne : left) {
      for (var payer : Payer.values()) {
        long setOff = OURS.contains(payer) ? Math.min(pool, ofOne.get(payer)) : 0;
        pool -= setOff;
        more(open.due, payer, ofOne.get(payer) - setOff);
      }
    }
    if (!open.due.isEmpty()) {
      byCase.put(caseId, open);
    }
  }

  private static long less(Change change, Payer payer) {
    return change.before().getOrDefault(payer, 0L) - change.after().getOrDefault(payer, 0L);
  }

  private static void more(Map<Payer, Long> sums, Payer payer, long fen) {
    if (fen > 0) {
      sums.merge(payer, fen, Long::sum);
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
