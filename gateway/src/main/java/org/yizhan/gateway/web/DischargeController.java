package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.discharge.DischargeForm;
import org.yizhan.gateway.intake.AcceptingDischarges;
import org.yizhan.gateway.intake.PreparingCommands;
import org.yizhan.gateway.intake.PreparingCommands.Prepared;

/**
 * H1: {@code POST /api/discharges} settles with every payer at once; {@code …/trial} computes and
 * changes nothing.
 */
@RestController
final class DischargeController {

  private final Commands commands;
  private final JsonBody body;
  private final AcceptingDischarges accepting;
  private final PreparingCommands preparing;
  private final SettlementService settlement;
  private final Replies replies;

  DischargeController(
      Commands commands,
      JsonBody body,
      AcceptingDischarges accepting,
      PreparingCommands preparing,
      SettlementService settlement,
      Replies replies) {
    this.commands = commands;
    this.body = body;
    this.accepting = accepting;
    this.preparing = preparing;
    this.settlement = settlement;
    this.replies = replies;
  }

  @PostMapping(
      path = "/api/discharges",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> settle(HttpServletRequest request) throws IOException {
    return commands.answer(
        request, (stated, _) -> DischargeForm.read(stated), accepting::accept, Replies.SETTLEMENTS);
  }

  @PostMapping(
      path = "/api/discharges/trial",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> tryOut(HttpServletRequest request) throws IOException {
    var reply = trialOf(body.read(request, DischargeForm::read));
    replies.count(reply.getStatusCode() == HttpStatus.OK ? "TRIAL" : "REFUSED");
    return reply;
  }

  private ResponseEntity<byte[]> trialOf(Discharge discharge) {
    return switch (preparing.prepare(discharge)) {
      case Prepared.Ready(var command) -> settlement.tryOut(command);
      case Prepared.Refused(var problem) -> throw new ProblemException(problem);
    };
  }
}
