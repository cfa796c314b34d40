package org.yizhan.local.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's door, as a hospital's program sees it. */
final class Gateway {

  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String url;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();

  Gateway(String url) {
    this.url = url;
  }

  /** An answer and its status; the body is a missing node when it is no JSON. */
  record Answer(int status, JsonNode body) {

    boolean isOk() {
      return status == 200;
    }
  }

  /** Posts until the door is not busy, then follows a 202 until it is decided. */
  JsonNode settle(Object discharge, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    var answer = post("/api/discharges", discharge);
    while (answer.status() == 503 && System.nanoTime() < deadline) {
      pause();
      answer = post("/api/discharges", discharge);
    }
    if (answer.status() == 202) {
      return await(
          "/api/settlements/" + answer.body().path("settlementId").asString(""),
          body -> !body.path("status").asString("").equals("PENDING"),
          patience);
    }
    if (!answer.isOk()) {
      throw new SampleFailure(
          "the discharge was answered " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Tries, without a trace, until the trial is good enough or the time is over. */
  void tryUntil(Object discharge, Predicate<JsonNode> goodEnough, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    var answer = post("/api/discharges/trial", discharge);
    while (!(answer.isOk() && goodEnough.test(answer.body())) && System.nanoTime() < deadline) {
      pause();
      answer = post("/api/discharges/trial", discharge);
    }
  }

  /**
   * Asks until the answer is 200 and good enough.
   *
   * @throws SampleFailure with the last answer when the time is over
   */
  JsonNode await(String path, Predicate<JsonNode> goodEnough, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    var answer = get(path);
    while (!answer.isOk() || !goodEnough.test(answer.body())) {
      if (System.nanoTime() > deadline) {
        throw new SampleFailure(
            "GET %s has not come to what was expected within %d s; its last answer was %d: %s"
                .formatted(path, patience.toSeconds(), answer.status(), answer.body()));
      }
      pause();
      answer = get(path);
    }
    return answer.body();
  }

  private Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  private Answer post(String path, Object discharge) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(discharge))));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.timeout(ANSWER_PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), bodyOf(response));
    } catch (IOException unanswered) {
      throw new SampleFailure(url + " did not answer: " + unanswered, unanswered);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SampleFailure("interrupted", interrupted);
    }
  }

  private JsonNode bodyOf(HttpResponse<String> response) {
    var type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") ? json.readTree(response.body()) : json.missingNode();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SampleFailure("interrupted", interrupted);
    }
  }
}
