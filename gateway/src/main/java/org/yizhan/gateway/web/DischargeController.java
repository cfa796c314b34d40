package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.discharge.DischargeForm;
import org.yizhan.gateway.intake.AcceptingDischarges;
import org.yizhan.gateway.intake.Answer;
import org.yizhan.gateway.intake.PreparingCommands;
import org.yizhan.gateway.intake.PreparingCommands.Prepared;
import tools.jackson.databind.json.JsonMapper;

/**
 * H1: {@code POST /api/discharges} settles with every payer at once; {@code …/trial} computes and
 * changes nothing.
 */
@RestController
final class DischargeController {

  private final JsonBody body;
  private final AcceptingDischarges accepting;
  private final PreparingCommands preparing;
  private final SettlementService settlement;
  private final IntakeProperties intake;
  private final JsonMapper mapper;
  private final MeterRegistry meters;

  DischargeController(
      JsonBody body,
      AcceptingDischarges accepting,
      PreparingCommands preparing,
      SettlementService settlement,
      IntakeProperties intake,
      JsonMapper mapper,
      MeterRegistry meters) {
    this.body = body;
    this.accepting = accepting;
    this.preparing = preparing;
    this.settlement = settlement;
    this.intake = intake;
    this.mapper = mapper;
    this.meters = meters;
  }

  @PostMapping(
      path = "/api/discharges",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> settle(HttpServletRequest request) throws IOException {
    var preference = Preference.of(request, intake.patience(), intake.patienceMax());
    var traceparent = Traceparent.of(request.getHeader("traceparent"));
    return switch (accepting.accept(
        body.read(request, DischargeForm::read), preference.patience(), traceparent)) {
      case Answer.Decided(var status, var json) ->
          answer(status, ResponseEntity.ok(), preference).body(json);
      case Answer.Pending(var pending) ->
          answer(pending.status(), ResponseEntity.accepted(), preference)
              .location(URI.create("/api/settlements/" + pending.settlementId()))
              .body(mapper.writeValueAsBytes(pending));
      case Answer.Refused(var problem, var _) -> {
        count("REFUSED");
        throw new ProblemException(problem);
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

  @PostMapping(
      path = "/api/discharges/trial",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> tryOut(HttpServletRequest request) throws IOException {
    var reply = trialOf(body.read(request, DischargeForm::read));
    count(reply.getStatusCode() == HttpStatus.OK ? "TRIAL" : "REFUSED");
    return reply;
  }

  private ResponseEntity<byte[]> trialOf(Discharge discharge) {
    return switch (preparing.prepare(discharge)) {
      case Prepared.Ready(var command) -> settlement.tryOut(command);
      case Prepared.Refused(var problem) -> throw new ProblemException(problem);
    };
  }

  private void count(String status) {
    meters.counter("yizhan.answers", "status", status).increment();
  }
}
