package org.yizhan.gateway.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.yizhan.contracts.Problem;
import org.yizhan.gateway.ServiceAddresses;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks eligibility; the question goes in a body, never in a URL that somebody logs. */
@Component
final class EligibilityLookups {

  private static final Logger log = LoggerFactory.getLogger(EligibilityLookups.class);

  private final RestClient http;
  private final JsonMapper mapper;

  EligibilityLookups(RestClient.Builder http, ServiceAddresses services, JsonMapper mapper) {
    this.http = http.baseUrl(services.eligibility()).build();
    this.mapper = mapper;
  }

  sealed interface Reply<T> {
    record Found<T>(T answer) implements Reply<T> {}

    record Unknown<T>(Problem problem) implements Reply<T> {}
  }

  /**
   * @throws Unavailable when eligibility answers neither 200 nor 404
   */
  <T> Reply<T> ask(String path, Object question, Class<T> answer) {
    return http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(question))
        .exchangeForRequiredValue((_, response) -> replyIn(response, answer));
  }

  private <T> Reply<T> replyIn(ClientHttpResponse response, Class<T> answer) throws IOException {
    var status = response.getStatusCode().value();
    try {
      var body = response.getBody().readAllBytes();
      if (status == 200) {
        return new Reply.Found<>(mapper.readValue(body, answer));
      }
      if (status == 404) {
        return new Reply.Unknown<>(mapper.readValue(body, Problem.class));
      }
    } catch (JacksonException unreadable) {
      log.warn("a look-up of a person was answered with {} and a body that cannot be read", status);
    }
    throw new Unavailable("The person cannot be looked up.");
  }
}
