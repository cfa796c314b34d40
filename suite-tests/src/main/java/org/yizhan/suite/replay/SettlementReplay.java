package org.yizhan.suite.replay;

import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.benefityear.LawBook;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settlement's state of one partition, or of the people with several numbers: every fact decided
 * again, in their order, then compared.
 */
final class SettlementReplay {

  private final PartitionLog log;
  private final EncounterHistory encounters;
  private final JsonMapper json;
  private final Findings findings;
  private final RebuiltYears years;
  private final SettlingAgain settling;
  private final RevisingAgain revising;
  private final ReimbursedCases cases;
  private final RecoveriesAgain recoveries;
  private final Map<UUID, Digest> settled = new LinkedHashMap<>();
  private final Map<UUID, Digest> revised = new HashMap<>();
  private final Map<UUID, Document> revisions = new LinkedHashMap<>();

  SettlementReplay(
      PartitionLog log,
      ReferenceHistory reference,
      LawBook book,
      EncounterHistory encounters,
      JsonMapper json,
      Findings findings,
      boolean severalNumbers) {
    var events = EventTypes.of(SettlementEvent.class, json);
    this.log = log;
    this.encounters = encounters;
    this.json = json;
    this.findings = findings;
    this.years = new RebuiltYears(log.cases(), severalNumbers);
    this.settling = new SettlingAgain(log, reference, book, events, findings);
    this.revising = new RevisingAgain(log, book, events, findings);
    this.cases = new ReimbursedCases(log, revising);
    this.recoveries = new RecoveriesAgain(log, events, json, findings);
  }

  void hear(Inbound<SettlementEvent> said) {
    switch (said.event()) {
      case ClaimSettled event -> {
        var id = event.settlement().settlementId();
        if (isNew(settled, id, said)) {
          again(id, () -> settling.settle(said, years, encounters));
        }
      }
      case ClaimsRevised event -> {
        if (isNew(revised, event.revisionId(), said)) {
          keep(event, said);
          again(event.revisionId(), () -> revising.cancel(said, years, encounters));
        }
      }
      case ClaimsReimbursed event -> {
        if (isNew(revised, event.revisionId(), said)) {
          keep(event, said);
          cases.approved(event);
          recoveries.approved(event);
          again(event.revisionId(), () -> revising.reimburse(said, years));
        }
      }
      case RecoveryReturned event -> {
        if (isNew(revised, event.returnId(), said)) {
          recoveries.returned(event, said.data());
        }
      }
      case SettlementEvent.Unrecognised _ -> {} // the reader has left it out
    }
  }

  /** A fact that is published again says the very same. */
  private boolean isNew(Map<UUID, Digest> known, UUID id, Inbound<SettlementEvent> said) {
    var digest = Digest.of(said.data());
    var before = known.putIfAbsent(id, digest);
    if (before != null && !before.equals(digest)) {
      findings.differs(
          Topics.SETTLEMENTS, id, "was published with other bytes before " + said.place());
    }
    return before == null;
  }

  private void again(UUID id, Runnable decision) {
    try {
      decision.run();
    } catch (BrokenInvariant | MissingParameter | IllegalStateException impossible) {
      findings.differs(
          Topics.SETTLEMENTS, id, "cannot be decided again: " + impossible.getMessage());
    }
  }

  private void keep(YearRevision event, Inbound<SettlementEvent> said) {
    revisions.put(
        event.revisionId(),
        new Document("_id", event.revisionId().toString())
            .append("cause", event.cause().name())
            .append("revisedAt", Date.from(event.revisedAt().toInstant()))
            .append(
                "settlements",
                event.revisions().stream()
                    .map(revision -> revision.settlement().settlementId().toString())
                    .toList())
            .append("event", Digest.of(said.data()).toString()));
  }

  void compare(SettlementStores stores) {
    new YearComparison(years, settled, json).compare(stores.years());
    stores
        .settlements()
        .compare(
            settled.entrySet(),
            one ->
                new Document("_id", one.getKey().toString())
                    .append("event", one.getValue().toString()),
            stored -> stored);
    stores.revisions().compare(revisions.values());
    stores.refusals().compare(log.refusals(), this::document, stored -> stored);
    stores
        .refusedCancellations()
        .compare(log.refusedCancellations(), this::document, stored -> stored);
    stores.cases().compare(cases.documents(years, json, findings).values());
    stores.recoveries().compare(recoveries.documents());
    stores
        .coverages()
        .compare(log.newestCoverages(), this::document, SettlementStores::withoutWaiting);
    if (years.ambiguous() > 0) {
      findings.notCompared(
          "the hospital and the off-site function of some claims, where the topics tell two states"
              + " that come to the same bytes: the stored one must be one of them");
    }
  }

  private Document document(DischargeRefused refusal) {
    return new Document("_id", refusal.commandId().toString())
        .append("settlementId", refusal.settlementId().toString())
        .append("refusedAt", Date.from(refusal.refusedAt().toInstant()))
        .append("answer", json.writeValueAsString(refusal));
  }

  private Document document(CancellationRefused refusal) {
    return new Document("_id", refusal.commandId().toString())
        .append("answer", json.writeValueAsString(refusal));
  }

  private Document document(Coverage coverage) {
    return new Document("_id", coverage.personNumber())
        .append("version", coverage.eligibilityVersion())
        .append("coverage", json.writeValueAsString(coverage));
  }
}
