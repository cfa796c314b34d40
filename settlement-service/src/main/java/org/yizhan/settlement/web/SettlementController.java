package org.yizhan.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.settling.Revisions;
import org.yizhan.settlement.settling.Settlements;
import org.yizhan.settlement.settling.Trials;

/** What was settled or refused, and what would be. */
@RestController
class SettlementController {

  private final Settlements settlements;
  private final Revisions revisions;
  private final PublishedEvents events;
  private final Trials trials;

  SettlementController(
      Settlements settlements, Revisions revisions, PublishedEvents events, Trials trials) {
    this.settlements = settlements;
    this.revisions = revisions;
    this.events = events;
    this.trials = trials;
  }

  /**
   * How a settlement stands now, and how it came to.
   *
   * @param revisions oldest first; absent while it stands as it was settled
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StandingSettlement(@JsonUnwrapped Settlement settlement, List<RevisionView> revisions) {}

  /**
   * @param cause LATE_KNOWLEDGE, NEW_LAW: the changes are settled outside one-stop (H10, W3)
   * @param changes the payers whose share changed; after a cancellation each bears nothing
   */
  record RevisionView(
      UUID revisionId,
      Cause cause,
      String reason,
      OffsetDateTime receivedAt,
      OffsetDateTime revisedAt,
      List<Change> changes) {

    static RevisionView of(YearRevision revised, Revision mine) {
      return new RevisionView(
          revised.revisionId(),
          revised.cause(),
          revised.reason(),
          revised.receivedAt(),
          revised.revisedAt(),
          mine.changes());
    }
  }

  /**
   * The settlement as it stands; or status REFUSED with its problem; 404 while neither is known.
   */
  @GetMapping("/api/settlements/{id}")
  ResponseEntity<Object> settlement(@PathVariable UUID id) {
    var event = settlements.find(List.of(id)).get(id);
    if (event != null) {
      return ResponseEntity.ok(standing(id, events.settlementOf(event)));
    }
    var refusal = settlements.lastRefusalOf(id).orElseThrow(() -> unknown(id));
    return ResponseEntity.ok(refused(refusal));
  }

  private StandingSettlement standing(UUID id, Settlement settled) {
    var now = settled;
    var views = new ArrayList<RevisionView>();
    for (var published : revisions.of(id)) {
      var revised = events.revisionIn(published);
      for (var revision : revised.revisions()) {
        if (revision.settlement().settlementId().equals(id)) {
          now = revision.settlement();
          views.add(RevisionView.of(revised, revision));
        }
      }
    }
    return new StandingSettlement(now, views);
  }

  /** Divides the bill as it would be divided now; changes nothing. */
  @PostMapping("/internal/trials")
  Settlement trial(@RequestBody SettleDischarge command) {
    return switch (trials.tryOut(command)) {
      case Trials.Outcome.Divided(Settlement settlement) -> settlement;
      case Trials.Outcome.Refused(Problem problem) -> throw new ProblemException(problem);
    };
  }

  private static Map<String, Object> refused(DischargeRefused refusal) {
    var body = new LinkedHashMap<String, Object>();
    body.put("settlementId", refusal.settlementId());
    body.put("status", Status.REFUSED);
    body.put("refusedAt", refusal.refusedAt());
    body.put("problem", refusal.problem());
    return body;
  }

  private static ProblemException unknown(UUID id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-settlement",
            "The settlement is not known",
            "No settlement has the id " + id + ".",
            new FieldError(
                "settlementId",
                Objects.toString(id),
                "must be an id that a discharge was answered with")));
  }
}
