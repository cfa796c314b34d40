package org.yizhan.gateway.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.gateway.ServiceAddresses;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway asks settlement over HTTP: nothing that changes anything. Status and bytes are
 * passed on.
 */
@Component
final class SettlementService {

  private final RestClient http;
  private final JsonMapper mapper;

  SettlementService(RestClient.Builder http, ServiceAddresses services, JsonMapper mapper) {
    this.http = http.baseUrl(services.settlement()).build();
    this.mapper = mapper;
  }

  ResponseEntity<byte[]> settlement(UUID id) {
    return http.get()
        .uri("/api/settlements/{id}", id)
        .accept(MediaType.APPLICATION_JSON)
        .exchangeForRequiredValue((_, response) -> passedOn(response));
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
