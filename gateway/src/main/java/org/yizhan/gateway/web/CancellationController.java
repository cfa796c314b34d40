package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.gateway.cancellation.CancellationForm;
import org.yizhan.gateway.intake.AcceptingCancellations;

/** {@code POST /api/settlements/{id}/cancellation} takes a settlement back. */
@RestController
final class CancellationController {

  private final Commands commands;
  private final AcceptingCancellations accepting;

  CancellationController(Commands commands, AcceptingCancellations accepting) {
    this.commands = commands;
    this.accepting = accepting;
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
    return commands.answer(
        request,
        CancellationForm::read,
        (cancellation, patience, trace) -> accepting.accept(id, cancellation, patience, trace),
        Replies.SETTLEMENTS);
  }
}
