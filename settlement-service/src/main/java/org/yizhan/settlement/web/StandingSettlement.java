package org.yizhan.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.web.Standings.Standing;

/**
 * How a settlement stands now, and how it came to.
 *
 * @param revisions oldest first; absent while it stands as it was settled
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StandingSettlement(@JsonUnwrapped Settlement settlement, List<RevisionView> revisions) {

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

    private static Stream<RevisionView> of(YearRevision revised, UUID settlementId) {
      return revised.revisions().stream()
          .filter(revision -> revision.settlement().settlementId().equals(settlementId))
          .map(
              mine ->
                  new RevisionView(
                      revised.revisionId(),
                      revised.cause(),
                      revised.reason(),
                      revised.receivedAt(),
                      revised.revisedAt(),
                      mine.changes()));
    }
  }

  static StandingSettlement of(Standing standing) {
    return new StandingSettlement(standing.now(), revisionsOf(standing));
  }

  static List<RevisionView> revisionsOf(Standing standing) {
    var id = standing.now().settlementId();
    return standing.revised().stream().flatMap(one -> RevisionView.of(one, id)).toList();
  }
}
