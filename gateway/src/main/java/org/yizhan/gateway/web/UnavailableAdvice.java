package org.yizhan.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.yizhan.contracts.Problem;

/**
 * A service behind the door that does not answer is no defect of ours: 503 with {@code
 * Retry-After}.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnavailableAdvice {

  private final MeterRegistry meters;

  UnavailableAdvice(MeterRegistry meters) {
    this.meters = meters;
  }

  @ExceptionHandler
  ResponseEntity<Problem> unavailable(Unavailable unavailable) {
    var problem = unavailable.problem();
    meters.counter("yizhan.problems", "code", problem.code()).increment();
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** Refused connection or time limit. */
  @ExceptionHandler
  ResponseEntity<Problem> notReached(ResourceAccessException cause) {
    return unavailable(new Unavailable("A service behind the gateway does not answer."));
  }
}
