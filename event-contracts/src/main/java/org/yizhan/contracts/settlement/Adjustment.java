package org.yizhan.contracts.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Revision.Change;

/**
 * A later settlement of the same year that comes out otherwise, as a hospital reads it.
 *
 * @param changes in chain order, only payers whose share changes
 */
public record Adjustment(
    UUID settlementId,
    String hospitalCode,
    String encounterId,
    LocalDate dischargeDate,
    Money patientBefore,
    Money patientAfter,
    List<Change> changes) {

  public Adjustment {
    changes = List.copyOf(changes);
  }

  public static Adjustment of(Revision revision) {
    var settlement = revision.settlement();
    return new Adjustment(
        settlement.settlementId(),
        settlement.hospitalCode(),
        settlement.encounterId(),
        settlement.dischargeDate(),
        revision.before().patient(),
        settlement.patient(),
        revision.changes());
  }
}
