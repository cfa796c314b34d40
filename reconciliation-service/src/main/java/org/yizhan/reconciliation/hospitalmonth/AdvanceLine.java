package org.yizhan.reconciliation.hospitalmonth;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;

/**
 * One settlement as the statement of advances lists it (H23). A revision adds lines: one takes back
 * how the settlement stood, another says how it stands since. Amounts are never negative; their
 * direction is {@code reversal}.
 *
 * @param category the mark that decided a share, a code; null where none did
 * @param county where the person is enrolled
 * @param advances what the hospital advanced for each payer, amounts above zero only, in chain
 *     order
 * @param reversal whether the line takes back what another line advanced
 * @param revised why the line was added, null on a settlement's first line
 * @param illustrative the names of the parameters it was divided by for which nothing is published,
 *     in order; they must be replaced before real use
 */
public record AdvanceLine(
    UUID settlementId,
    String encounterId,
    String maskedId,
    @Nullable String category,
    Scheme scheme,
    String county,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    OffsetDateTime settledAt,
    Money total,
    Money inPolicy,
    Map<Payer, Money> advances,
    Money patient,
    boolean reversal,
    @Nullable Revised revised,
    List<String> illustrative) {

  public AdvanceLine {
    var inOrder = new EnumMap<Payer, Money>(Payer.class);
    inOrder.putAll(advances);
    advances = Collections.unmodifiableMap(inOrder);
    illustrative = illustrative.stream().sorted().toList();
  }

  /** The revision that added a line. */
  public record Revised(UUID revisionId, Cause cause, String reason, OffsetDateTime revisedAt) {}

  /** A settlement's first line goes by the settlement's own id. */
  public UUID lineId() {
    return revised == null
        ? settlementId
        : DerivedId.of(
            "revision-line", revised.revisionId(), settlementId, reversal ? "before" : "after");
  }

  /** When the line entered its month. */
  public OffsetDateTime enteredAt() {
    return revised == null ? settledAt : revised.revisedAt();
  }

  /** What one of the line's amounts adds to a sum. */
  public NetAmount net(Money amount) {
    return reversal ? NetAmount.takenBack(amount) : NetAmount.added(amount);
  }
}
