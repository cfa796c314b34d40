package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.settlement.recovery.Overpaid;
import org.yizhan.settlement.recovery.RecoveryAtWork;
import org.yizhan.settlement.recovery.RecoveryDecision.Changed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recoveries made again: opened by the cases that were published, then by every command about them
 * in its order, which must come to the facts that were published and to no others.
 */
final class RecoveriesAgain {

  private final PartitionLog log;
  private final EventTypes<SettlementEvent> events;
  private final JsonMapper json;
  private final Findings findings;
  private final Map<UUID, Recovery> opened = new LinkedHashMap<>();
  private final Map<UUID, byte[]> published = new HashMap<>();

  RecoveriesAgain(
      PartitionLog log, EventTypes<SettlementEvent> events, JsonMapper json, Findings findings) {
    this.log = log;
    this.events = events;
    this.json = json;
    this.findings = findings;
  }

  void approved(ClaimsReimbursed event) {
    new Overpaid(event).recovery().ifPresent(one -> opened.putIfAbsent(one.caseId(), one));
  }

  void returned(RecoveryReturned event, byte[] data) {
    published.put(event.returnId(), data);
  }

  /** The stored documents as they must be. */
  Collection<Document> documents() {
    var documents = new ArrayList<Document>();
    opened.values().forEach(one -> documents.add(document(one)));
    published
        .keySet()
        .forEach(
            id ->
                findings.differs(
                    Topics.SETTLEMENTS, id, "no command about a recovery comes to this return"));
    return documents;
  }

  private Document document(Recovery first) {
    var recovery = first;
    var returns = new Document();
    for (var command : log.aboutRecoveryOf(first.caseId())) {
      if (new RecoveryAtWork(recovery).decide(command) instanceof Changed(var next, var event)) {
        recovery = next;
        event.ifPresent(one -> returns.append(one.returnId().toString(), bytesOf(one)));
      }
    }
    var document =
        new Document("_id", recovery.caseId().toString())
            .append("city", recovery.city())
            .append("open", recovery.state().isOpen())
            .append("version", recovery.version())
            .append("recovery", json.writeValueAsString(recovery));
    return returns.isEmpty() ? document : document.append("returns", returns);
  }

  private Binary bytesOf(RecoveryReturned event) {
    var bytes = events.write(event);
    var said = published.remove(event.returnId());
    if (said == null) {
      findings.differs(Topics.SETTLEMENTS, event.returnId(), "is missing");
    } else if (!Arrays.equals(said, bytes)) {
      Members.of(said)
          .differencesTo(Members.of(bytes))
          .forEach(
              what ->
                  findings.differs(Topics.SETTLEMENTS, event.returnId(), "decided again, " + what));
    }
    return new Binary(bytes);
  }
}
