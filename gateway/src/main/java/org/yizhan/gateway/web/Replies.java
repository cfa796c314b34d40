package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.web.Preference;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.gateway.intake.Answer;
import org.yizhan.gateway.intake.PendingSettlement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How an answer to a command goes out over HTTP, counted by its status. */
@Component
final class Replies {

  static final String SETTLEMENTS = "/api/settlements";

  private final JsonMapper mapper;
  private final MeterRegistry meters;

  Replies(JsonMapper mapper, MeterRegistry meters) {
    this.mapper = mapper;
    this.meters = meters;
  }

  /**
   * 200 decided, 202 with {@code Location} when patience ended first.
   *
   * @param where to look when patience ended and there is no settlement to show yet
   * @throws ProblemException when it is refused and there is nothing to add to the problem
   * @throws Unavailable when too many callers wait here
   */
  ResponseEntity<byte[]> to(Answer answer, Preference preference, String where) {
    return switch (answer) {
      case Answer.Decided(var status, var json) ->
          stating(status, ResponseEntity.ok(), preference).body(json);
      case Answer.Pending(var settlement) ->
          settlement
              .map(pending -> accepted(pending, preference))
              .orElseGet(
                  () ->
                      stating("PENDING", ResponseEntity.accepted(), preference)
                          .location(URI.create(where))
                          .build());
      case Answer.Refused(var problem, var later) -> {
        count("REFUSED");
        yield refused(problem, later);
      }
      case Answer.Crowded() ->
          throw new Unavailable("Too many callers are waiting at this gateway.");
    };
  }

  private ResponseEntity<byte[]> accepted(PendingSettlement pending, Preference preference) {
    return stating(pending.status(), ResponseEntity.accepted(), preference)
        .location(URI.create(SETTLEMENTS + '/' + pending.settlementId()))
        .body(mapper.writeValueAsBytes(pending));
  }

  private BodyBuilder stating(String status, BodyBuilder response, Preference preference) {
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

  void count(String status) {
    meters.counter("yizhan.answers", "status", status).increment();
  }
}
