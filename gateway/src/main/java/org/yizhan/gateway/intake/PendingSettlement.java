package org.yizhan.gateway.intake;

import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;

/**
 * What a caller reads before the settlement is decided.
 *
 * @param receivedAt RFC 3339 with offset
 */
public record PendingSettlement(
    UUID settlementId,
    String status,
    String hospitalCode,
    String encounterId,
    String personNumber,
    String receivedAt) {

  private static final String PENDING = "PENDING";

  public PendingSettlement(
      UUID settlementId,
      String hospitalCode,
      String encounterId,
      String personNumber,
      String receivedAt) {
    this(settlementId, PENDING, hospitalCode, encounterId, personNumber, receivedAt);
  }

  static PendingSettlement of(SettleDischarge command) {
    return new PendingSettlement(
        command.settlementId(),
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        command.receivedAt().toString());
  }

  static PendingSettlement of(CancelSettlement command) {
    return new PendingSettlement(
        command.settlementId(),
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        command.receivedAt().toString());
  }
}
