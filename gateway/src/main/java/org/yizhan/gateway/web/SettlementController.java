package org.yizhan.gateway.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.gateway.intake.PendingSettlements;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/settlements/{id}}: what settlement knows, or PENDING for what was accepted and is
 * not decided yet.
 */
@RestController
final class SettlementController {

  private final SettlementService settlement;
  private final PendingSettlements pending;
  private final JsonMapper mapper;

  SettlementController(
      SettlementService settlement, PendingSettlements pending, JsonMapper mapper) {
    this.settlement = settlement;
    this.pending = pending;
    this.mapper = mapper;
  }

  @GetMapping(path = "/api/settlements/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> settlement(@PathVariable UUID id) {
    var reply = settlement.settlement(id);
    return reply.getStatusCode() == HttpStatus.NOT_FOUND ? pendingOrUnknown(id) : reply;
  }

  private ResponseEntity<byte[]> pendingOrUnknown(UUID id) {
    var accepted = pending.find(id).orElseThrow(() -> new ProblemException(unknown(id)));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(accepted));
  }

  private static Problem unknown(UUID id) {
    return Problem.of(
        404,
        "unknown-settlement",
        "Unknown settlement",
        "No settlement " + id + " was ever asked for.");
  }
}
