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
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.Preference;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.cancellation.CancellationForm;
import org.yizhan.gateway.intake.AcceptingCancellations;

/** {@code POST /api/settlements/{id}/cancellation} takes a settlement back. */
@RestController
final class CancellationController {

  private final JsonBody body;
  private final AcceptingCancellations accepting;
  private final IntakeProperties intake;
  private final Replies replies;
  private final Clock clock;

  CancellationController(
      JsonBody body,
      AcceptingCancellations accepting,
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
    var answer = accepting.accept(id, cancellation, preference.patience(), traceparent);
    return replies.to(answer, preference);
  }
}
