package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.gateway.intake.AcceptingReimbursements;
import org.yizhan.gateway.reimbursement.ReimbursementForms;

/**
 * H10, W3: what comes back of what one-stop paid too much, and what is given up. Each answers with
 * the recovery as it stands then; 404 {@code unknown-recovery}, 409 {@code recovery-closed} when
 * nothing is open any more.
 */
@RestController
@RequestMapping(
    path = "/api/reimbursement-cases/{caseId}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
final class RecoveryController {

  private final Commands commands;
  private final AcceptingReimbursements accepting;

  RecoveryController(Commands commands, AcceptingReimbursements accepting) {
    this.commands = commands;
    this.accepting = accepting;
  }

  /**
   * Body {@code {"payer", "amount", "receivedOn", "recordedBy", "reference"}}; the same reference
   * again is the same return. 422 {@code more-than-open} names what is open, 409 {@code
   * reference-used} when another return has it.
   */
  @PostMapping("/returns")
  ResponseEntity<byte[]> take(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return commands.answer(
        request,
        ReimbursementForms::receipt,
        (receipt, patience, trace) -> accepting.take(caseId, receipt, patience, trace),
        recovery(caseId));
  }

  /** Body {@code {"maker", "reason"}}; 409 {@code write-off-proposed} when another one waits. */
  @PostMapping("/write-off")
  ResponseEntity<byte[]> writeOff(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return commands.answer(
        request,
        ReimbursementForms::writeOff,
        (proposal, patience, trace) -> accepting.proposeWriteOff(caseId, proposal, patience, trace),
        recovery(caseId));
  }

  /**
   * Body {@code {"checker"}}, somebody else than the maker: 422 {@code same-person}; 409 {@code
   * no-write-off} when none waits.
   */
  @PostMapping("/write-off/approval")
  ResponseEntity<byte[]> approve(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return decide(caseId, true, request);
  }

  /** As {@link #approve}; what is open stays open. */
  @PostMapping("/write-off/rejection")
  ResponseEntity<byte[]> reject(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return decide(caseId, false, request);
  }

  private ResponseEntity<byte[]> decide(UUID caseId, boolean approve, HttpServletRequest request)
      throws IOException {
    return commands.answer(
        request,
        ReimbursementForms::decision,
        (checker, patience, trace) ->
            accepting.decideWriteOff(caseId, approve, checker, patience, trace),
        recovery(caseId));
  }

  private static String recovery(UUID caseId) {
    return "/api/recoveries/" + caseId;
  }
}
