package org.yizhan.gateway.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.gateway.ServiceAddresses;
import org.yizhan.gateway.intake.KnownCases;
import org.yizhan.gateway.intake.KnownSettlements;
import org.yizhan.gateway.intake.PendingSettlements;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway asks settlement over HTTP: nothing that changes anything. Status and bytes are
 * passed on.
 */
@Component
final class SettlementService implements KnownSettlements, KnownCases {

  private final RestClient http;
  private final PendingSettlements pending;
  private final JsonMapper mapper;

  SettlementService(
      RestClient.Builder http,
      ServiceAddresses services,
      PendingSettlements pending,
      JsonMapper mapper) {
    this.http = http.baseUrl(services.settlement()).build();
    this.pending = pending;
    this.mapper = mapper;
  }

  @Override
  public Optional<String> personOf(UUID caseId) {
    return personIn(read("/api/reimbursement-cases/{id}", caseId));
  }

  @Override
  public Optional<String> debtorOf(UUID caseId) {
    return personIn(read("/api/recoveries/{id}", caseId));
  }

  private Optional<String> personIn(ResponseEntity<byte[]> reply) {
    if (reply.getStatusCode() == HttpStatus.NOT_FOUND) {
      return Optional.empty();
    }
    if (reply.getStatusCode() != HttpStatus.OK) {
      throw new Unavailable("The case cannot be looked up.");
    }
    return Optional.of(mapper.readTree(reply.getBody()).path("personNumber").asString());
  }

  ResponseEntity<byte[]> settlement(UUID id) {
    return read("/api/settlements/{id}", id);
  }

  private ResponseEntity<byte[]> read(String path, UUID id) {
    return http.get()
        .uri(path, id)
        .accept(MediaType.APPLICATION_JSON)
        .exchangeForRequiredValue((_, response) -> passedOn(response));
  }

  @Override
  public Finding find(UUID id) {
    var reply = settlement(id);
    if (reply.getStatusCode() == HttpStatus.NOT_FOUND) {
      return new Finding.NotSettled(
          pending.find(id).isPresent() ? notSettled(id, Status.PENDING) : unknown(id));
    }
    if (reply.getStatusCode() != HttpStatus.OK) {
      throw new Unavailable("The settlement cannot be looked up.");
    }
    var found = mapper.readTree(reply.getBody());
    var status = Status.valueOf(found.path("status").asString());
    return switch (status) {
      case SETTLED, CANCELLED -> mapper.treeToValue(found, Finding.Found.class);
      case PENDING, REFUSED, TRIAL -> new Finding.NotSettled(notSettled(id, status));
    };
  }

  private static Problem unknown(UUID id) {
    return Problem.of(
        404,
        "unknown-settlement",
        "Unknown settlement",
        "No settlement " + id + " is decided. Ask for it first.",
        new FieldError(
            "settlementId", id.toString(), "must be an id that a discharge was answered with"));
  }

  private static Problem notSettled(UUID id, Status status) {
    return Problem.of(
        409,
        "not-settled",
        "The settlement is not settled",
        "Settlement %s is %s: there is nothing to cancel.".formatted(id, status),
        new FieldError("settlementId", id.toString(), "must be a settlement that was settled"));
  }

  ResponseEntity<byte[]> tryOut(SettleDischarge command) {
    return ask("/internal/trials", command);
  }

  private record AdmissionCheck(Coverage coverage, String hospitalCode, LocalDate admissionDate) {}

  ResponseEntity<byte[]> checkAdmission(Coverage coverage, String hospitalCode, LocalDate day) {
    return ask("/internal/admission-checks", new AdmissionCheck(coverage, hospitalCode, day));
  }

  private ResponseEntity<byte[]> ask(String path, Object question) {
    return http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(question))
        .exchangeForRequiredValue((_, response) -> passedOn(response));
  }

  private static ResponseEntity<byte[]> passedOn(ConvertibleClientHttpResponse response)
      throws IOException {
    var answer = ResponseEntity.status(response.getStatusCode());
    var headers = response.getHeaders();
    if (headers.getContentType() != null) {
      answer.contentType(headers.getContentType());
    }
    var retryAfter = headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return answer.body(response.getBody().readAllBytes());
  }
}
