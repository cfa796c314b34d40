package org.yizhan.roster.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.roster.answer.AnswerTotals;

/** How many of an agency's messages were accepted, accepted with a remark and refused so far. */
@RestController
final class AnswerRequests {

  private final AnswerTotals totals;

  AnswerRequests(AnswerTotals totals) {
    this.totals = totals;
  }

  record Totals(String agency, Map<Outcome, Long> answers) {}

  @GetMapping("/api/agencies/{agency}/answers")
  Totals answers(@PathVariable String agency) {
    return new Totals(agency, totals.of(agency));
  }
}
