package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.gateway.intake.AcceptingReimbursements;
import org.yizhan.gateway.reimbursement.ReimbursementForms;

/**
 * H10, W3: {@code /api/reimbursement-cases}, proposed by one person, decided by another; reads are
 * routed.
 */
@RestController
final class ReimbursementController {

  private static final String CASES = "/api/reimbursement-cases";

  private final Commands commands;
  private final AcceptingReimbursements accepting;

  ReimbursementController(Commands commands, AcceptingReimbursements accepting) {
    this.commands = commands;
    this.accepting = accepting;
  }

  /**
   * Body {@code {"personNumber", "city", "year", "maker", "reason"}}; 422 {@code
   * nothing-to-reimburse} or {@code settlements-to-cancel}.
   */
  @PostMapping(
      path = CASES,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> propose(HttpServletRequest request) throws IOException {
    return commands.answer(request, ReimbursementForms::proposal, accepting::propose, CASES);
  }

  /**
   * Body {@code {"checker"}}, somebody else than the maker: 422 {@code same-person}; 409 {@code
   * case-outdated} when year or coverage have moved on, {@code case-decided} otherwise.
   */
  @PostMapping(
      path = CASES + "/{caseId}/approval",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> approve(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return decide(caseId, true, request);
  }

  /** As {@link #approve}; nothing is paid. */
  @PostMapping(
      path = CASES + "/{caseId}/rejection",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> reject(@PathVariable UUID caseId, HttpServletRequest request)
      throws IOException {
    return decide(caseId, false, request);
  }

  private ResponseEntity<byte[]> decide(UUID caseId, boolean approve, HttpServletRequest request)
      throws IOException {
    return commands.answer(
        request,
        ReimbursementForms::decision,
        (checker, patience, trace) -> accepting.decide(caseId, approve, checker, patience, trace),
        CASES + '/' + caseId);
  }
}
