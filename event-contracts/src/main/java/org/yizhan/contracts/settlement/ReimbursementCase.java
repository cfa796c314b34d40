package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.settlement.Revision.Change;

/**
 * A manual-reimbursement case (零星报销, H10; W3): what one-stop should have paid otherwise, had it
 * known then what is known now.
 *
 * @param yearVersion of the benefit year that was looked at, {@code eligibilityVersion} of the
 *     coverage: the case holds for this state only
 * @param checker who approved or rejected it, null before; {@code decidedAt} likewise
 * @param settlements those that come out otherwise, in the order of the year
 * @param totals per payer over all of them: a positive difference is paid out, a negative one is to
 *     be recovered
 * @param unclear settlements left as they are, because the person was not enrolled when admitted
 *     after all and they can no longer be cancelled; absent on the wire when there are none
 */
public record ReimbursementCase(
    UUID caseId,
    State state,
    String personNumber,
    String city,
    int year,
    long yearVersion,
    long eligibilityVersion,
    String reason,
    String maker,
    OffsetDateTime proposedAt,
    @Nullable String checker,
    @Nullable OffsetDateTime decidedAt,
    List<Adjustment> settlements,
    List<Change> totals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> unclear) {

  public ReimbursementCase {
    settlements = List.copyOf(settlements);
    totals = List.copyOf(totals);
    unclear = unclear == null ? List.of() : List.copyOf(unclear);
  }

  public enum State {
    PROPOSED,
    APPROVED,
    REJECTED
  }

  public ReimbursementCase decided(State state, String checker, OffsetDateTime at) {
    return new ReimbursementCase(
        caseId,
        state,
        personNumber,
        city,
        year,
        yearVersion,
        eligibilityVersion,
        reason,
        maker,
        proposedAt,
        checker,
        at,
        settlements,
        totals,
        unclear);
  }
}
