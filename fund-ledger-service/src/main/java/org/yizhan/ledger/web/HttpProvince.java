package org.yizhan.ledger.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.ledger.province.Province;

/**
 * {@code GET {province}/receipts/{city}/{year}?OFF_SITE_IN_PROVINCE=…&OFF_SITE_CROSS_PROVINCE=…},
 * and {@code GET} and {@code PUT {province}/applications/{id}}, the {@code PUT} with {@code {city,
 * year}}. Each is answered with {@code {state, reference, reason}}, or 404 for what the province
 * has not got; each carries an {@code Idempotency-Key} computed from its cause.
 */
@Component
final class HttpProvince implements Province {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final int QUESTIONS_MAX = 3;

  private final String address;
  private final RestClient http;

  /** It is asked every few seconds: the usual hundred calls would take half an hour to open it. */
  private final CircuitBreaker circuit =
      CircuitBreaker.of(
          "province",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(10)
              .minimumNumberOfCalls(5)
              .waitDurationInOpenState(Duration.ofSeconds(30))
              .build());

  /** Only questions are repeated at once: whether an application arrived has to be asked first. */
  private final Retry again =
      Retry.of(
          "province",
          RetryConfig.custom()
              .maxAttempts(QUESTIONS_MAX)
              .waitDuration(Duration.ofMillis(200))
              .build());

  HttpProvince(
      @Value("${YIZHAN_PROVINCE_URL:}") String address,
      @Value("${yizhan.province.answer-within:5s}") Duration answerWithin) {
    this.address = address;
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
    requests.setReadTimeout(answerWithin);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  private record Said(
      @Nullable String state, @Nullable String reference, @Nullable String reason) {}

  private record Form(String city, int year) {}

  @Override
  public Receipt receiptOf(PaidUp paidUp) {
    var said =
        guarded(
            Retry.decorateSupplier(
                again,
                () ->
                    get(
                        receiptPath(paidUp),
                        DerivedId.of(
                            "receipt-asked", paidUp.city(), paidUp.year(), paidUp.parts()))));
    return said.isEmpty() ? new Receipt.Unknown() : receiptIn(said.get());
  }

  private static String receiptPath(PaidUp paidUp) {
    var path = new StringBuilder("/receipts/" + paidUp.city() + '/' + paidUp.year());
    var mark = '?';
    for (var part : paidUp.parts().entrySet()) {
      path.append(mark).append(part.getKey()).append('=').append(part.getValue());
      mark = '&';
    }
    return path.toString();
  }

  private static Receipt receiptIn(Said said) {
    return switch (said.state()) {
      case "CONFIRMED" -> new Receipt.Confirmed(stated("reference", said.reference()));
      case "PENDING" -> new Receipt.Pending();
      case null, default -> throw notUnderstood("state", said.state());
    };
  }

  @Override
  public Reply apply(Application application) {
    var path = "/applications/" + application.id();
    var known = guarded(Retry.decorateSupplier(again, () -> get(path, application.id())));
    return replyIn(known.orElseGet(() -> guarded(() -> put(path, application))));
  }

  private static Reply replyIn(Said said) {
    return switch (said.state()) {
      case "GRANTED" -> new Reply.Granted(stated("reference", said.reference()));
      case "PENDING" -> new Reply.Pending();
      case "REFUSED" -> new Reply.Refused(stated("reason", said.reason()));
      case null, default -> throw notUnderstood("state", said.state());
    };
  }

  private static String stated(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw notUnderstood(field, value);
    }
    return value;
  }

  private static ProvinceFailure notUnderstood(String field, @Nullable String value) {
    var why = "the province's answer is not understood: " + field + " is " + value;
    return new ProvinceFailure(why, new IllegalArgumentException(field));
  }

  private Optional<Said> get(String path, UUID key) {
    try {
      return Optional.of(
          read(
              http.get()
                  .uri(address + path)
                  .header("Idempotency-Key", key.toString())
                  .accept(MediaType.APPLICATION_JSON)
                  .retrieve()));
    } catch (HttpClientErrorException.NotFound itHasNone) {
      return Optional.empty();
    }
  }

  private Said put(String path, Application application) {
    return read(
        http.put()
            .uri(address + path)
            .header("Idempotency-Key", application.id().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .body(new Form(application.city(), application.year()))
            .retrieve());
  }

  private static Said read(RestClient.ResponseSpec answer) {
    var said = answer.body(Said.class);
    return said == null ? new Said(null, null, null) : said;
  }

  private <T> T guarded(Supplier<T> call) {
    try {
      return circuit.executeSupplier(call);
    } catch (CallNotPermittedException open) {
      throw new ProvinceFailure(
          "the province has failed too often; it is left alone a while", open);
    } catch (RestClientException failed) {
      throw new ProvinceFailure(reasonOf(failed), failed);
    }
  }

  private static String reasonOf(RestClientException failed) {
    return failed instanceof RestClientResponseException answer
        ? "the province answered " + answer.getStatusCode().value()
        : "the province did not answer";
  }
}
