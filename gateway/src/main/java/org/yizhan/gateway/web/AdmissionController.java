package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.gateway.admission.Admission;
import org.yizhan.gateway.admission.AdmissionForm;
import org.yizhan.gateway.form.Person;
import org.yizhan.gateway.web.EligibilityLookups.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * H9: {@code POST /api/admissions} says whether the patient is one-stop eligible, in which
 * categories, and that no deposit may be asked. It changes nothing and may be asked again.
 */
@RestController
final class AdmissionController {

  private final JsonBody body;
  private final EligibilityLookups eligibility;
  private final SettlementService settlement;
  private final JsonMapper mapper;
  private final MeterRegistry meters;

  AdmissionController(
      JsonBody body,
      EligibilityLookups eligibility,
      SettlementService settlement,
      JsonMapper mapper,
      MeterRegistry meters) {
    this.body = body;
    this.eligibility = eligibility;
    this.settlement = settlement;
    this.mapper = mapper;
    this.meters = meters;
  }

  private record Question(
      @Nullable String personNumber, @Nullable String idNumber, @Nullable String name) {

    static Question about(Admission admission) {
      return switch (admission.person()) {
        case Person.ByNumber(var number) -> new Question(number, null, admission.name());
        case Person.ByCitizenId(var id) -> new Question(null, id.inClear(), admission.name());
      };
    }

    /** The record's own text would hold ID and name. */
    @Override
    public String toString() {
      return "Question[]";
    }
  }

  private record Known(@Nullable Coverage coverage, @Nullable Boolean nameAgrees) {}

  /**
   * Settlement's answer with {@code nameAgrees}: whether the name is one that an agency stated,
   * null when there is nothing to compare. 400 {@code malformed}, 404 {@code unknown-person} or
   * {@code unknown-hospital}, 422 {@code hospital-not-designated}.
   */
  @PostMapping(
      path = "/api/admissions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> check(HttpServletRequest request) throws IOException {
    var admission = body.read(request, AdmissionForm::read);
    var question = Question.about(admission);
    return switch (eligibility.ask("/internal/coverage-lookups", question, Known.class)) {
      case Reply.Found<Known>(var known) -> check(admission, known);
      case Reply.Unknown<Known>(var problem) -> {
        count("REFUSED");
        throw new ProblemException(problem);
      }
    };
  }

  private ResponseEntity<byte[]> check(Admission admission, Known known) {
    var coverage = known.coverage();
    if (coverage == null) {
      throw new Unavailable("The person cannot be looked up.");
    }
    var reply =
        settlement.checkAdmission(coverage, admission.hospitalCode(), admission.admissionDate());
    if (reply.getStatusCode() != HttpStatus.OK) {
      count("REFUSED");
      return reply;
    }
    var answer = (ObjectNode) mapper.readTree(reply.getBody());
    answer.put("nameAgrees", known.nameAgrees());
    count(answer.path("oneStop").asBoolean() ? "ONE_STOP" : "NOT_ONE_STOP");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(answer));
  }

  private void count(String status) {
    meters.counter("yizhan.answers", "status", status).increment();
  }
}
