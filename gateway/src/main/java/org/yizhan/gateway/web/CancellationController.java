package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.cancellation.CancellationForm;
import org.yizhan.gateway.intake.AcceptingCancellations;
import org.yizhan.gateway.intake.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/settlements/{id}/cancellation} takes a settlement back. */
@RestController
final class CancellationController {

  private final JsonBody body;
  private final AcceptingCancellations accepting;
  private final IntakeProperties intake;
  private final JsonMapper mapper;
  private final MeterRegistry meters;
  private final Clock clock;

  CancellationController(
      JsonBody body,
      AcceptingCancellations accepting,
      IntakeProperties intake,
      JsonMapper mapper,
      MeterRegistry meters,
      Clock clock) {
    this.body = body;
    this.accepting = accepting;
    this.intake = intake;
    this.mapper = mapper;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Body {@code {"reason": "…", "cascade": "refuse" | "adjust"}}; the same again is answered as the
   * first time. 409 {@code later-settlements} lists under {@code adjustments} what would change and
   * changes nothing; 404 {@code unknown-settlement}; 409 {@code not-settled}.
   */
  @PostMapping(
      path = "/api/settlements/{id}/cancellation",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> cancel(@PathVariable UUID id, HttpServletRequest request)
      throws IOException {
    var preference = Preference.of(request, intake.patience(), intake.patienceMax());
    var traceparent = Traceparent.of(request.getHeader("traceparent"));
    var today = LocalDate.now(clock);
    var cancellation = body.read(request, stated -> CancellationForm.read(stated, today));
    return switch (accepting.accept(id, cancellation, preference.patience(), traceparent)) {
      case Answer.Decided(var status, var json) ->
          answer(status, ResponseEntity.ok(), preference).body(json);
      case Answer.Pending(var pending) ->
          answer(pending.status(), ResponseEntity.accepted(), preference)
              .location(URI.create("/api/settlements/" + id))
              .body(mapper.writeValueAsBytes(pending));
      case Answer.Refused(var problem, var later) -> {
        count("REFUSED");
        yield refused(problem, later);
      }
      case Answer.Crowded() ->
          throw new Unavailable("Too many callers are waiting at this gateway.");
      case Answer.Accepted() -> throw new IllegalStateException("a settlement has its id");
    };
  }

  private BodyBuilder answer(String status, BodyBuilder response, Preference preference) {
    count(status);
    if (preference.stated()) {
      response.header("Preference-Applied", preference.applied());
    }
    return response.contentType(MediaType.APPLICATION_JSON);
  }

  private ResponseEntity<byte[]> refused(Problem problem, List<Adjustment> later) {
    if (later.isEmpty()) {
      throw new ProblemException(problem);
    }
    meters.counter("yizhan.problems", "code", problem.code()).increment();
    ObjectNode extended = mapper.valueToTree(problem);
    extended.set("adjustments", mapper.valueToTree(later));
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(mapper.writeValueAsBytes(extended));
  }

  private void count(String status) {
    meters.counter("yizhan.answers", "status", status).increment();
  }
}
