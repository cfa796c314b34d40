package org.yizhan.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One service of a running suite; it can be killed as a crash would, and started again. */
public final class RunningService {

  private static final Duration START_PATIENCE = Duration.ofSeconds(180);
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(3);

  private final Child child;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  RunningService(Child child, String url) {
    this.child = child;
    this.url = url;
  }

  public String url() {
    return url;
  }

  public long pid() {
    return child.pid();
  }

  public boolean isAlive() {
    return child.isAlive();
  }

  /** SIGKILL. */
  public void kill() {
    child.kill();
  }

  /** SIGTERM; killed when it does not end in time. */
  public void stop(Duration patience) {
    child.stop(patience);
  }

  /** Starts it again and waits until it is ready. */
  public void restart() {
    child.restart();
    awaitReady();
  }

  /**
   * @throws LaunchFailure with the end of its log
   */
  public void awaitReady() {
    child.awaitHealthy(this::isReady, START_PATIENCE);
  }

  public boolean isReady() {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
            .timeout(PROBE_PATIENCE);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
