package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;

/** What the brokers have, and what somebody who posts each fact once makes of it. */
final class PublishedFacts {

  private final EventTypes<SettlementEvent> events;
  private final Map<UUID, byte[]> facts = new HashMap<>();
  private final Set<UUID> posted = new HashSet<>();
  private final Map<UUID, Map<Payer, Long>> advanced = new HashMap<>();
  private final Map<UUID, Map<Payer, Long>> byHand = new HashMap<>();
  private final Map<UUID, Map<Payer, Long>> returned = new HashMap<>();

  PublishedFacts(EventTypes<SettlementEvent> events) {
    this.events = events;
  }

  /** One cause, one content. */
  void publish(Answer answer) {
    switch (answer) {
      case Answer.Settled(var command, var event, var _) -> {
        if (isNew(command.settlementId(), event)) {
          post(((ClaimSettled) events.read("claim-settled.v1", event)).settlement());
        }
      }
      case Answer.Revised(var _, var revised, var event, var _) -> {
        if (isNew(revised.revisionId(), event)) {
          post((ClaimsRevised) events.read("claims-revised.v1", event), advanced);
        }
      }
      case Answer.CaseStands stands when stands.approved().isPresent() -> {
        var event = stands.approved().get().event();
        if (isNew(stands.reimbursement().caseId(), event)) {
          post((ClaimsReimbursed) events.read("claims-reimbursed.v1", event), byHand);
        }
      }
      case Answer.LawAdopted adopted when adopted.decided().isPresent() -> {
        var event = adopted.decided().get().event();
        if (isNew(adopted.commandId(), event)) {
          post((ClaimsReimbursed) events.read("claims-reimbursed.v1", event), byHand);
        }
      }
      case Answer.RecoveryStands stands when stands.returned().isPresent() -> {
        var returned = stands.returned().get();
        if (isNew(returned.returnId(), returned.event())) {
          post((RecoveryReturned) events.read("recovery-returned.v1", returned.event()));
        }
      }
      default -> {} // an answer to whoever waits, not for the books
    }
  }

  private boolean isNew(UUID cause, byte[] event) {
    requireTheSame(cause, event);
    return posted.add(cause);
  }

  /** Also what is only repeated to whoever waits, perhaps before the fact itself is out. */
  void requireTheSame(UUID cause, byte[] event) {
    var before = facts.putIfAbsent(cause, event);
    assertThat(before == null || Arrays.equals(before, event))
        .as("what is said for one cause is the same bytes each time")
        .isTrue();
  }

  private void post(Settlement settlement) {
    long borne = 0;
    for (var share : settlement.shares()) {
      add(advanced, settlement.settlementId(), share.payer(), share.amount().fen());
      borne += share.amount().fen();
    }
    assertThat(borne + settlement.patient().fen()).isEqualTo(settlement.total().fen());
  }

  private static void post(YearRevision revised, Map<UUID, Map<Payer, Long>> account) {
    for (var revision : revised.revisions()) {
      for (var change : revision.changes()) {
        add(
            account,
            revision.settlement().settlementId(),
            change.payer(),
            change.after().fen() - change.before().fen());
      }
    }
  }

  private void post(RecoveryReturned event) {
    long portions = event.portions().stream().mapToLong(each -> each.amount().fen()).sum();
    assertThat(portions).as("portions of %s", event).isEqualTo(event.amount().fen());
    add(returned, event.caseId(), event.payer(), portions);
  }

  private static void add(
      Map<UUID, Map<Payer, Long>> account, UUID settlement, Payer payer, long fen) {
    var sums = account.computeIfAbsent(settlement, id -> new EnumMap<>(Payer.class));
    sums.merge(payer, fen, Long::sum);
    sums.values().removeIf(sum -> sum == 0);
  }

  /** What has come back is what the case says. */
  void check(UUID caseId, ExpectedRecoveries.Open open) {
    assertThat(returned.getOrDefault(caseId, Map.of()))
        .as("returned of case %s", caseId)
        .isEqualTo(open.returned());
  }

  /** Whoever posts each fact once has what the years say. */
  void check(ExpectedYear.Bill bill) {
    assertThat(advanced.getOrDefault(bill.id(), Map.of()))
        .as("posted for settlement %s", bill.id())
        .isEqualTo(bill.advanced());
    assertThat(byHand.getOrDefault(bill.id(), Map.of()))
        .as("reimbursed for settlement %s", bill.id())
        .isEqualTo(bill.outside());
  }
}
