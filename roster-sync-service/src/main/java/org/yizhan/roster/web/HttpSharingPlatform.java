package org.yizhan.roster.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.roster.countylist.CountyList;
import org.yizhan.roster.countylist.CountyLists;
import org.yizhan.roster.countylist.SharingPlatform;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code PUT} and {@code GET {platform}/rosters/{month}}, the platform's address with the county in
 * it. The list goes out as one JSON object, streamed: what it says of itself, {@code joiners} and
 * {@code leavers} (person numbers), {@code persons}. A county whose platform fails has a circuit of
 * its own.
 */
@Component
final class HttpSharingPlatform implements SharingPlatform {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int QUESTIONS_MAX = 3;

  private final String address;
  private final CountyLists lists;
  private final JsonMapper json;
  private final RestClient http;
  private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();

  /** Only questions are repeated at once: whether a delivery arrived has to be asked first. */
  private final Retry again =
      Retry.of(
          "sharing-platform",
          RetryConfig.custom()
              .maxAttempts(QUESTIONS_MAX)
              .waitDuration(Duration.ofMillis(200))
              .ignoreExceptions(CallNotPermittedException.class)
              .build());

  /**
   * @param address with {@code {county}} where its code belongs
   */
  HttpSharingPlatform(
      @Value("${YIZHAN_SHARING_PLATFORM_URL:}") String address,
      CountyLists lists,
      JsonMapper json) {
    this.address = address + "/rosters/{month}";
    this.lists = lists;
    this.json = json;
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                // a streamed body does not survive the upgrade to HTTP/2 that is tried otherwise
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
    requests.setReadTimeout(ANSWER_WITHIN);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  private record Held(String checksum) {}

  @Override
  public Optional<String> checksumOfWhatItHas(CountyList list) {
    return guarded(list, Retry.decorateSupplier(again, () -> ask(list)));
  }

  private Optional<String> ask(CountyList list) {
    try {
      var held =
          http.get()
              .uri(address, list.county(), list.month())
              .accept(MediaType.APPLICATION_JSON)
              .retrieve()
              .body(Held.class);
      return Optional.ofNullable(held).map(Held::checksum);
    } catch (HttpClientErrorException.NotFound itHasNone) {
      return Optional.empty();
    }
  }

  @Override
  public void deliver(CountyList list) {
    guarded(
        list,
        () ->
            http.put()
                .uri(address, list.county(), list.month())
                .header("Idempotency-Key", keyOf(list))
                .contentType(MediaType.APPLICATION_JSON)
                .body(out -> write(list, out))
                .retrieve()
                .toBodilessEntity());
  }

  /** The same for every attempt at the same list, so that the platform knows it again. */
  private static String keyOf(CountyList list) {
    return DerivedId.of("county-list", list.county(), list.month(), list.checksum()).toString();
  }

  private <T> T guarded(CountyList list, Supplier<T> call) {
    var circuit = circuits.circuitBreaker(list.county());
    try {
      return CircuitBreaker.decorateSupplier(circuit, call).get();
    } catch (CallNotPermittedException open) {
      throw new PlatformFailure(
          "the platform has failed too often; it is left alone a while", open);
    } catch (RestClientException failed) {
      throw new PlatformFailure(reasonOf(failed), failed);
    }
  }

  private static String reasonOf(RestClientException failed) {
    return failed instanceof RestClientResponseException answer
        ? "the platform answered " + answer.getStatusCode().value()
        : "the platform did not answer";
  }

  private void write(CountyList list, OutputStream out) {
    try (var generator = json.createGenerator(out)) {
      generator.writeStartObject();
      writeHead(list, generator);
      generator.writeArrayPropertyStart("joiners");
      lists.eachOnlyIn(
          list.county(), list.month(), list.month().minusMonths(1), generator::writeString);
      generator.writeEndArray();
      generator.writeArrayPropertyStart("leavers");
      lists.eachOnlyIn(
          list.county(), list.month().minusMonths(1), list.month(), generator::writeString);
      generator.writeEndArray();
      generator.writeArrayPropertyStart("persons");
      lists.eachPerson(list.county(), list.month(), generator::writePOJO);
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  private static void writeHead(CountyList list, JsonGenerator generator) {
    generator.writeStringProperty("county", list.county());
    generator.writeStringProperty("month", list.month().toString());
    generator.writeStringProperty("asOf", list.asOf().toString());
    generator.writeBooleanProperty("afterEnrolmentPeriod", list.afterEnrolmentPeriod());
    generator.writePOJOProperty(
        "totals", new Totals(list.persons(), list.byCategory(), list.joiners(), list.leavers()));
    generator.writeStringProperty("checksum", list.checksum());
  }

  private record Totals(long persons, Map<String, Long> byCategory, long joiners, long leavers) {}
}
