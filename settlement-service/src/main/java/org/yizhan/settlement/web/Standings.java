package org.yizhan.settlement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.settling.Revisions;
import org.yizhan.settlement.settling.Settlements;

/** How settlements stand now, read from what was published about them. */
@Component
final class Standings {

  private final Settlements settlements;
  private final Revisions revisions;
  private final PublishedEvents events;

  Standings(Settlements settlements, Revisions revisions, PublishedEvents events) {
    this.settlements = settlements;
    this.revisions = revisions;
    this.events = events;
  }

  /**
   * @param now as the last revision left it, or as it was settled
   * @param revised oldest first; each speaks of this settlement
   */
  record Standing(Settlement now, List<YearRevision> revised) {}

  /** Empty while it is not settled. */
  Optional<Standing> find(UUID id) {
    var event = settlements.find(List.of(id)).get(id);
    return event == null ? Optional.empty() : Optional.of(standing(id, event));
  }

  private Standing standing(UUID id, byte[] event) {
    var now = events.settlementOf(event);
    var revised = new ArrayList<YearRevision>();
    for (var published : revisions.of(id)) {
      var one = events.revisionIn(published);
      revised.add(one);
      for (var revision : one.revisions()) {
        now = revision.settlement().settlementId().equals(id) ? revision.settlement() : now;
      }
    }
    return new Standing(now, revised);
  }

  /**
   * @throws ProblemException 404 {@code unknown-settlement} when it was not refused either
   */
  DischargeRefused refusalOf(UUID id) {
    return settlements
        .lastRefusalOf(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        404,
                        "unknown-settlement",
                        "The settlement is not known",
                        "No settlement has the id " + id + ".",
                        new FieldError(
                            "settlementId",
                            Objects.toString(id),
                            "must be an id that a discharge was answered with"))));
  }
}
