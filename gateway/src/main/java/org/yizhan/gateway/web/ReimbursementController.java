package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.intake.AcceptingReimbursements;
import org.yizhan.gateway.intake.Answer;
import org.yizhan.gateway.reimbursement.ReimbursementForms;

/** H10, W3: {@code /api/reimbursement-cases}, proposed by one person, decided by another. */
@RestController
final class ReimbursementController {

  private static final String CASES = "/api/reimbursement-cases";

  private final JsonBody body;
  private final AcceptingReimbursements accepting;
  private final SettlementService settlement;
  private final IntakeProperties intake;
  private final MeterRegistry meters;
  private final Clock clock;

  ReimbursementController(
      JsonBody body,
      AcceptingReimbursements accepting,
      SettlementService settlement,
      IntakeProperties intake,
      MeterRegistry meters,
      Clock clock) {
    this.body = body;
    this.accepting = accepting;
    this.settlement = settlement;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
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
    var today = LocalDate.now(clock);
    var proposal = body.read(request, stated -> ReimbursementForms.proposal(stated, today));
    var preference = preferenceOf(request);
    var trace = Traceparent.of(request.getHeader("traceparent"));
    return reply(accepting.propose(proposal, preference.patience(), trace), CASES);
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

  @GetMapping(
      path = {CASES, CASES + "/{caseId}"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> read(HttpServletRequest request) {
    var query = request.getQueryString();
    return settlement.read(request.getRequestURI() + (query == null ? "" : '?' + query));
  }

  private ResponseEntity<byte[]> decide(UUID caseId, boolean approve, HttpServletRequest request)
      throws IOException {
    var today = LocalDate.now(clock);
    var checker = body.read(request, stated -> ReimbursementForms.decision(stated, today));
    var trace = Traceparent.of(request.getHeader("traceparent"));
    var patience = preferenceOf(request).patience();
    var answer = accepting.decide(caseId, approve, checker, patience, trace);
    return reply(answer, CASES + '/' + caseId);
  }

  private Preference preferenceOf(HttpServletRequest request) {
    return Preference.of(request, intake.patience(), intake.patienceMax());
  }

  /**
   * @param where to look when nobody waited for the answer
   */
  private ResponseEntity<byte[]> reply(Answer answer, String where) {
    return switch (answer) {
      case Answer.Decided(var status, var json) -> {
        count(status);
        yield ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
      }
      case Answer.Refused(var problem, var _) -> {
        count("REFUSED");
        throw new ProblemException(problem);
      }
      case Answer.Accepted() -> {
        count("PENDING");
        yield ResponseEntity.accepted().location(URI.create(where)).build();
      }
      case Answer.Crowded() ->
          throw new Unavailable("Too many callers are waiting at this gateway.");
      case Answer.Pending _ -> throw new IllegalStateException("said of settlements only");
    };
  }

  private void count(String status) {
    meters.counter("yizhan.answers", "status", status).increment();
  }
}
