package org.yizhan.chassis.web;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Every error leaves as {@code application/problem+json} with a stable code, and is counted by it.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final MeterRegistry meters;

  ProblemAdvice(MeterRegistry meters) {
    this.meters = meters;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException refused) {
    return answer(refused.problem(), HttpHeaders.EMPTY);
  }

  /**
   * Spring wraps what the producer throws at once, for example while no broker tells where a topic
   * is.
   */
  @ExceptionHandler({
    MongoException.class,
    KafkaException.class,
    org.springframework.kafka.KafkaException.class,
    CompletionException.class
  })
  ResponseEntity<Object> unavailable(RuntimeException cause) {
    log.warn("answered 503", cause);
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return answer(
        Problem.of(
            503,
            "temporarily-unavailable",
            "Temporarily unavailable",
            "The store or the log does not answer. Send the same request again; it will not be"
                + " counted twice."),
        headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> defect(RuntimeException defect) {
    log.error("answered 500", defect);
    return answer(
        Problem.of(
            500,
            "internal-error",
            "Internal error",
            "The cause is in the log of the service; nothing was changed."),
        HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(problemOf(cause, status), headers);
  }

  private static Problem problemOf(Exception cause, HttpStatusCode status) {
    if (cause instanceof HttpMessageNotReadableException unreadable) {
      return malformed(unreadable.getCause());
    }
    if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
      return Problem.of(
          400,
          "malformed",
          "Malformed request",
          "Parameter " + mismatch.getName() + " is malformed.",
          new FieldError(
              mismatch.getName(),
              String.valueOf(mismatch.getValue()),
              "must be of the documented form"));
    }
    var reason = HttpStatus.valueOf(status.value());
    var code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Problem.of(
        status.value(), code, reason.getReasonPhrase(), reason.getReasonPhrase() + ".");
  }

  private static Problem malformed(@Nullable Throwable cause) {
    if (cause instanceof StreamReadException
        || !(cause instanceof JacksonException shape)
        || shape.getPath().isEmpty()) {
      return Problem.of(400, "malformed-json", "Malformed JSON", "The body is not a JSON object.");
    }
    var field =
        shape.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : step.getPropertyName())
            .reduce((a, b) -> a + "." + b)
            .orElse("body");
    return Problem.of(
        400,
        "malformed",
        "Malformed request",
        "Member " + field + " has the wrong form.",
        new FieldError(field, null, "must be of the documented type"));
  }

  private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    meters.counter("yizhan.problems", "code", problem.code()).increment();
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
