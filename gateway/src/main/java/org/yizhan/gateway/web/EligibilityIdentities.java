package org.yizhan.gateway.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem;
import org.yizhan.gateway.ServiceAddresses;
import org.yizhan.gateway.intake.Identities;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks eligibility; the ID goes in a body, never in a URL that somebody logs. */
@Component
final class EligibilityIdentities implements Identities {

  private static final Logger log = LoggerFactory.getLogger(EligibilityIdentities.class);

  private final RestClient http;
  private final JsonMapper mapper;

  EligibilityIdentities(RestClient.Builder http, ServiceAddresses services, JsonMapper mapper) {
    this.http = http.baseUrl(services.eligibility()).build();
    this.mapper = mapper;
  }

  private record Found(@Nullable String personNumber, @Nullable Long eligibilityVersion) {}

  @Override
  public Identification identify(CitizenId id) {
    return http.post()
        .uri("/internal/id-lookups")
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(Map.of("idNumber", id.inClear())))
        .exchangeForRequiredValue((_, response) -> identificationIn(response));
  }

  private Identification identificationIn(ClientHttpResponse response) throws IOException {
    var status = response.getStatusCode().value();
    try {
      var body = response.getBody().readAllBytes();
      if (status == 200) {
        return known(mapper.readValue(body, Found.class));
      }
      if (status == 404) {
        return new Identification.Unknown(mapper.readValue(body, Problem.class));
      }
    } catch (JacksonException unreadable) {
      log.warn("the look-up of an ID was answered with {} and a body that cannot be read", status);
    }
    throw new Unavailable("The person cannot be looked up.");
  }

  private static Identification known(Found found) {
    if (found.personNumber() == null || found.eligibilityVersion() == null) {
      throw new Unavailable("The person cannot be looked up.");
    }
    return new Identification.Known(found.personNumber(), found.eligibilityVersion());
  }
}
