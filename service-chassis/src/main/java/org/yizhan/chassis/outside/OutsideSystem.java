package org.yizhan.chassis.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * A system that fails on its own: it has to answer in time, and is left alone a while when it fails
 * too often. Only questions are repeated at once; whether anything else arrived has to be asked
 * first. What is thrown says nothing of what was sent or answered.
 */
public final class OutsideSystem {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final int QUESTIONS_MAX = 3;

  private final String name;
  private final BiFunction<String, RuntimeException, ? extends RuntimeException> failure;
  private final RestClient http;

  /** It is called every few seconds at most: the usual hundred calls would take half an hour. */
  private final CircuitBreakerRegistry circuits =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(10)
              .minimumNumberOfCalls(5)
              .waitDurationInOpenState(Duration.ofSeconds(30))
              .build());

  private final Retry again;

  /**
   * @param name as a failure calls it: {@code province}
   * @param failure what is thrown, of a reason and its cause
   */
  public OutsideSystem(
      String name,
      Duration answerWithin,
      BiFunction<String, RuntimeException, ? extends RuntimeException> failure) {
    this.name = name;
    this.failure = failure;
    this.again =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(QUESTIONS_MAX)
                .waitDuration(Duration.ofMillis(200))
                .build());
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                // a streamed body does not survive the upgrade to HTTP/2 that is tried otherwise
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
    requests.setReadTimeout(answerWithin);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  public RestClient http() {
    return http;
  }

  /**
   * Changes nothing there, so it is asked up to three times.
   *
   * @param part of the system that fails by itself
   */
  public <T> T ask(String part, Supplier<T> question) {
    return tell(part, Retry.decorateSupplier(again, question));
  }

  /** Once. */
  public <T> T tell(String part, Supplier<T> call) {
    try {
      return circuits.circuitBreaker(part).executeSupplier(call);
    } catch (CallNotPermittedException open) {
      throw failure.apply("the " + name + " has failed too often; it is left alone a while", open);
    } catch (RestClientException failed) {
      throw failure.apply(reasonOf(failed), failed);
    }
  }

  private String reasonOf(RestClientException failed) {
    return failed instanceof RestClientResponseException answer
        ? "the " + name + " answered " + answer.getStatusCode().value()
        : "the " + name + " did not answer";
  }
}
