package org.yizhan.settlement.settling;

import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;

/**
 * What a hospital is told when a bill is refused for what happened around it, not for what stands
 * on it.
 */
final class Refusals {

  private Refusals() {}

  static Problem encounterTaken(SettleDischarge command) {
    return Problem.of(
        409,
        "encounter-conflict",
        "The encounter was sent before with another body",
        "Encounter %s of hospital %s belongs to another settlement (another person, date or amount), or replaces does not name its cancelled settlement. Nothing was changed. Send the first body again for its answer, or cancel that settlement first."
            .formatted(command.encounterId(), command.hospitalCode()),
        new FieldError(
            "encounterId", command.encounterId(), "one body per hospital and encounter"));
  }

  static Problem cancelled(SettleDischarge command) {
    return Problem.of(
        409,
        "settlement-cancelled",
        "The settlement was cancelled",
        "Settlement %s of encounter %s was cancelled. To settle the stay again, send the discharge with replaces naming the settlement that was cancelled last."
            .formatted(command.settlementId(), command.encounterId()),
        new FieldError(
            "replaces",
            command.replaces() == null ? null : command.replaces().toString(),
            "must name the cancelled settlement"));
  }

  static Problem eligibilityVersionUnknown(SettleDischarge command, long known) {
    return Problem.of(
        422,
        "eligibility-version-unknown",
        "The eligibility version did not arrive",
        "The discharge asks for eligibility version %s of person %s; version %d is the newest that arrived within 30 s. Read the person again and send the discharge with that version, or without."
            .formatted(command.eligibilityVersion(), command.personNumber(), known),
        new FieldError(
            "eligibilityVersion",
            String.valueOf(command.eligibilityVersion()),
            "must be a version that exists"));
  }
}
