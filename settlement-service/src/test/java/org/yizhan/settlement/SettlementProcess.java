package org.yizhan.settlement;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.yizhan.local.Engines;
import org.yizhan.local.Ports;

/** The service in a process of its own, which can be killed. */
final class SettlementProcess implements AutoCloseable {

  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private SettlementProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param name of the application, and so of its database and its consumer group
   * @param overlay the directory whose parameters replace shipped ones
   */
  static SettlementProcess start(String name, Path overlay, Path log) throws IOException {
    int port = Ports.free();
    var java = ProcessHandle.current().info().command().orElseThrow();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SettlementService.class.getName(),
                "--spring.application.name=" + name,
                "--server.port=" + port));
    builder.environment().put("YIZHAN_PARAMETERS_OVERLAY", overlay.toString());
    builder.environment().put("YIZHAN_KAFKA_BOOTSTRAP", Engines.forTests().kafkaBootstrap());
    builder.environment().put("YIZHAN_MONGODB_URI", Engines.forTests().mongoUri());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var started = new SettlementProcess(builder.start(), port);
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> started.isReady(log));
    } catch (RuntimeException notReady) {
      started.close();
      throw notReady;
    }
    return started;
  }

  private boolean isReady(Path log) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the service ended: " + Files.readString(log));
    }
    try {
      return get("/actuator/health/liveness").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> csv(String path) throws IOException, InterruptedException {
    return send(request(path).header("Accept", "text/csv").GET());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** As a crash would: nothing is flushed, nobody is told. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
