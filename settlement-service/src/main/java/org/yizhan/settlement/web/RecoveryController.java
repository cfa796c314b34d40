package org.yizhan.settlement.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.recovery.RecoveryRefusals;
import org.yizhan.settlement.settling.Recoveries;

/** H10, W3: what one-stop paid too much and has not come back. */
@RestController
class RecoveryController {

  private static final int LIMIT_MAX = 1000;

  private final Recoveries recoveries;

  RecoveryController(Recoveries recoveries) {
    this.recoveries = recoveries;
  }

  /** Also of a case that a new law caused, which has no proposal to look at; 404 otherwise. */
  @GetMapping("/api/recoveries/{caseId}")
  Recovery recovery(@PathVariable UUID caseId) {
    return recoveries
        .find(caseId)
        .orElseThrow(() -> new ProblemException(RecoveryRefusals.unknown(caseId)));
  }

  /**
   * @param next the {@code after} of the next page, null on the last
   */
  record Page(List<Recovery> recoveries, @Nullable UUID next) {}

  /** Those of which something is open. */
  @GetMapping("/api/recoveries")
  Page open(
      @RequestParam String city,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, LIMIT_MAX);
    var found = recoveries.open(city, after, size);
    return new Page(found, found.size() < size ? null : found.getLast().caseId());
  }
}
