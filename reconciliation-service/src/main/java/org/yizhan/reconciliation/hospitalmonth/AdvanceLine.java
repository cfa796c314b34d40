package org.yizhan.reconciliation.hospitalmonth;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Scheme;

/**
 * One settlement as the statement of advances lists it (H23).
 *
 * @param category the mark that decided a share, a code; null where none did
 * @param county where the person is enrolled
 * @param advances what the hospital advanced for each payer, amounts above zero only, in chain
 *     order
 * @param reversal whether the line takes back what another line advanced
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
    List<String> illustrative) {

  public AdvanceLine {
    var inOrder = new EnumMap<Payer, Money>(Payer.class);
    inOrder.putAll(advances);
    advances = Collections.unmodifiableMap(inOrder);
    illustrative = illustrative.stream().sorted().toList();
  }
}
