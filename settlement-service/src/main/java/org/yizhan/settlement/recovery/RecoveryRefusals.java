package org.yizhan.settlement.recovery;

import static java.util.stream.Collectors.joining;

import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Return;

/** What an agency is told when nothing becomes of a command about a recovery. */
public final class RecoveryRefusals {

  private RecoveryRefusals() {}

  public static Problem unknown(UUID caseId) {
    return Problem.of(
        404,
        "unknown-recovery",
        "There is nothing to recover",
        "No approved case under which something was paid too much has the id " + caseId + ".",
        new FieldError(
            "caseId", caseId.toString(), "must be the id of a case with something to recover"));
  }

  static Problem closed(Recovery recovery) {
    return Problem.of(
        409,
        "recovery-closed",
        "Nothing is open any more",
        "The recovery of case %s is %s.".formatted(recovery.caseId(), recovery.state()),
        new FieldError(
            "caseId", recovery.caseId().toString(), "must have something that is still open"));
  }

  static Problem moreThanOpen(RecordReturn command, Recovery recovery) {
    var open =
        recovery.dues().stream()
            .filter(due -> !due.left().isZero())
            .map(due -> due.payer() + " " + due.left())
            .collect(joining(", "));
    return Problem.of(
        422,
        "more-than-open",
        "More has come back than is open",
        "Still open of case %s: %s.".formatted(command.caseId(), open),
        new FieldError(
            "amount",
            command.amount().toString(),
            "must be at most what is open of " + command.payer()));
  }

  static Problem referenceUsed(Return known) {
    return Problem.of(
        409,
        "reference-used",
        "Another return has this reference",
        "Recorded under it: %s for %s, received on %s."
            .formatted(known.amount(), known.payer(), known.receivedOn()),
        new FieldError("reference", known.reference(), "must be new, or the same return again"));
  }

  static Problem writeOffProposed(Recovery recovery) {
    return Problem.of(
        409,
        "write-off-proposed",
        "A write-off waits for a decision",
        "Approve or reject it first.",
        new FieldError(
            "caseId", recovery.caseId().toString(), "must have no write-off that is undecided"));
  }

  static Problem noWriteOff(Recovery recovery) {
    return Problem.of(
        409,
        "no-write-off",
        "There is no write-off to decide",
        "The recovery of case %s is %s.".formatted(recovery.caseId(), recovery.state()),
        new FieldError(
            "caseId", recovery.caseId().toString(), "must have a write-off that is proposed"));
  }
}
