package org.yizhan.settlement.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.settlement.settling.Trials;

/** What was settled or refused, and what would be. */
@RestController
class SettlementController {

  private final Standings standings;
  private final Trials trials;

  SettlementController(Standings standings, Trials trials) {
    this.standings = standings;
    this.trials = trials;
  }

  /**
   * The settlement as it stands; or status REFUSED with its problem; 404 while neither is known.
   */
  @GetMapping("/api/settlements/{id}")
  ResponseEntity<Object> settlement(@PathVariable UUID id) {
    var found = standings.find(id);
    return ResponseEntity.ok(
        found.isPresent() ? StandingSettlement.of(found.get()) : refused(standings.refusalOf(id)));
  }

  /** Divides the bill as it would be divided now; changes nothing. */
  @PostMapping("/internal/trials")
  Settlement trial(@RequestBody SettleDischarge command) {
    return switch (trials.tryOut(command)) {
      case Trials.Outcome.Divided(Settlement settlement) -> settlement;
      case Trials.Outcome.Refused(Problem problem) -> throw new ProblemException(problem);
    };
  }

  static Map<String, Object> refused(DischargeRefused refusal) {
    var body = new LinkedHashMap<String, Object>();
    body.put("settlementId", refusal.settlementId());
    body.put("status", Status.REFUSED);
    body.put("refusedAt", refusal.refusedAt());
    body.put("problem", refusal.problem());
    return body;
  }
}
