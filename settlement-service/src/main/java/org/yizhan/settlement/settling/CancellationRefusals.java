package org.yizhan.settlement.settling;

import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.settlement.Adjustment;

/** What a hospital is told when a settlement is not taken back. */
final class CancellationRefusals {

  private CancellationRefusals() {}

  static Problem unknown(CancelSettlement command) {
    return Problem.of(
        404,
        "unknown-settlement",
        "The settlement is not known",
        "No settlement has the id " + command.settlementId() + ".",
        new FieldError(
            "settlementId",
            command.settlementId().toString(),
            "must be an id that a discharge was answered with"));
  }

  static Problem reimbursed(CancelSettlement command) {
    return Problem.of(
        409,
        "settlement-reimbursed",
        "Part of the settlement was settled outside one-stop",
        "Something of settlement %s was reimbursed or is recovered by hand, and stays so when it has come back. Nothing was changed: a cancellation takes back only what the hospital advanced."
            .formatted(command.settlementId()),
        new FieldError(
            "settlementId",
            command.settlementId().toString(),
            "must have no part that was settled outside one-stop"));
  }

  static Problem laterReimbursed(CancelSettlement command, List<UUID> reimbursed) {
    return Problem.of(
        409,
        "settlement-reimbursed",
        "Part of a later settlement was settled outside one-stop",
        "Without settlement %s, %d later settlements of which something was reimbursed or recovered by hand come out otherwise. Nothing was changed: an adjustment takes back only what the hospital advanced."
            .formatted(command.settlementId(), reimbursed.size()),
        reimbursed.stream()
            .map(
                id ->
                    new FieldError(
                        "settlementId",
                        command.settlementId().toString(),
                        "must not change settlement " + id + ", partly settled outside one-stop"))
            .toArray(FieldError[]::new));
  }

  static Problem laterSettlements(CancelSettlement command, List<Adjustment> later) {
    return Problem.of(
        409,
        "later-settlements",
        "Later settlements of the year would change",
        "Without settlement %s, %d later settlements of the same person and year come out otherwise; adjustments lists them with their differences. Nothing was changed. Send cascade adjust to cancel it and adjust them."
            .formatted(command.settlementId(), later.size()),
        later.stream()
            .map(
                each ->
                    new FieldError(
                        "cascade", "refuse", "settlement " + each.settlementId() + " would change"))
            .toArray(FieldError[]::new));
  }
}
