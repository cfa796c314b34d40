package org.yizhan.gateway.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;

/** What the door will take one day and says plainly that it does not take yet. */
@RestController
final class NotImplementedController {

  @PostMapping("/api/settlements/{id}/cancellation")
  void cancel() {
    throw new ProblemException(
        Problem.of(
            501,
            "not-implemented",
            "Not implemented",
            "Cancellations are not taken yet; nothing was changed."));
  }
}
