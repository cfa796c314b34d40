package org.yizhan.gateway.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.yizhan.contracts.Problem;

/** The settlements as the service knows them that made them. */
public interface KnownSettlements {

  /**
   * What the look-up said. That settlement cannot be asked is no outcome but an exception of the
   * edge.
   */
  sealed interface Finding {

    /** Whose settlement it is: what a command about it must say. */
    record Found(
        UUID settlementId,
        String hospitalCode,
        String encounterId,
        String personNumber,
        String city,
        LocalDate dischargeDate)
        implements Finding {}

    record NotSettled(Problem problem) implements Finding {}
  }

  Finding find(UUID settlementId);
}
