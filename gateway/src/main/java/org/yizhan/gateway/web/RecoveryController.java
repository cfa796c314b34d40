package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.Preference;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.intake.AcceptingReimbursements;
import org.yizhan.gateway.intake.Answer;
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

  private final JsonBody body;
  private final AcceptingReimbursements accepting;
  private final IntakeProperties intake;
  private final Replies replies;
  private final Clock clock;

  RecoveryController(
      JsonBody body,
      AcceptingReimbursements accepting,
      IntakeProperties intake,
      Replies replies,
      Clock clock) {
    this.body = body;
    this.accepting = accepting;
    this.intake = intake;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Body {@code {"payer", "amount", "receivedOn", "recordedBy", "reference"}}; the same reference
   * again is the same return. 422 {@code more-than-open} names what is open, 409 {@code
   * reference-used} when another return has it.
   */
  @PostMapping("/returns")
  ResponseEntity<byte[]> take(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    var today = LocalDate.now(clock);
    var receipt = body.read(request, stated -> ReimbursementForms.receipt(stated, today));
    var preference = preferenceOf(request);
    return reply(
        caseId, preference, accepting.take(caseId, receipt, preference.patience(), trace(request)));
  }

  /** Body {@code {"maker", "reason"}}; 409 {@code write-off-proposed} when another one waits. */
  @PostMapping("/write-off")
  ResponseEntity<byte[]> writeOff(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    var today = LocalDate.now(clock);
    var proposal = body.read(request, stated -> ReimbursementForms.writeOff(stated, today));
    var preference = preferenceOf(request);
    return reply(
        caseId,
        preference,
        accepting.proposeWriteOff(caseId, proposal, preference.patience(), trace(request)));
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
    var today = LocalDate.now(clock);
    var checker = body.read(request, stated -> ReimbursementForms.decision(stated, today));
    var preference = preferenceOf(request);
    return reply(
        caseId,
        preference,
        accepting.decideWriteOff(caseId, approve, checker, preference.patience(), trace(request)));
  }

  private ResponseEntity<byte[]> reply(UUID caseId, Preference preference, Answer answer) {
    return replies.to(answer, preference, "/api/recoveries/" + caseId);
  }

  private static String trace(HttpServletRequest request) {
    return Traceparent.of(request.getHeader("traceparent"));
  }

  private Preference preferenceOf(HttpServletRequest request) {
    return Preference.of(request, intake.patience(), intake.patienceMax());
  }
}
