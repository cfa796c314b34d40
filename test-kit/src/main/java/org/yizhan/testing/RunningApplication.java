package org.yizhan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service in this JVM, on the test engines and a free port, as others see it over HTTP. */
public final class RunningApplication implements AutoCloseable {

  public static final String HASH_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  public static final String CIPHER_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;

  private RunningApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param settings as on a command line: {@code --name=value}
   */
  public static RunningApplication start(Class<?> application, String... settings) {
    var engines = Engines.forTests();
    var usual =
        Stream.of(
            "--server.port=0",
            "--YIZHAN_KAFKA_BOOTSTRAP=" + engines.kafkaBootstrap(),
            "--YIZHAN_MONGODB_URI=" + engines.mongoUri(),
            "--YIZHAN_ID_HASH_KEY=" + HASH_KEY,
            "--YIZHAN_ID_CIPHER_KEY=" + CIPHER_KEY);
    var all = Stream.concat(usual, Stream.of(settings)).toArray(String[]::new);
    return new RunningApplication(new SpringApplicationBuilder(application).run(all));
  }

  public boolean isActive() {
    return context.isActive();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).build(), BodyHandlers.ofString());
  }

  /** Must answer 200. */
  public JsonNode json(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  public HttpResponse<String> get(String path, String mediaType) {
    return send(request(path).header("Accept", mediaType).build(), BodyHandlers.ofString());
  }

  /** A file of the given media type. */
  public HttpResponse<byte[]> file(String path, String mediaType) {
    return send(request(path).header("Accept", mediaType).build(), BodyHandlers.ofByteArray());
  }

  /**
   * @param headers names and values in turn
   */
  public HttpResponse<String> post(String path, String json, String... headers) {
    return postAs("application/json", path, json, headers);
  }

  public HttpResponse<String> postAs(
      String contentType, String path, String body, String... headers) {
    var request =
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build(), BodyHandlers.ofString());
  }

  /**
   * @param value that the problem shows; null when it must show none
   */
  public void assertProblem(
      String path, int status, String code, String field, @Nullable String value) {
    var answer = get(path);
    var problem = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/value").asStringOpt().orElse(null)).isEqualTo(value);
    assertThat(problem.at("/errors/0/rule").asString()).isNotBlank();
  }

  public int healthStatus() {
    return get("/actuator/health/readiness").statusCode();
  }

  /** The sum over a metric's lines that contain the text. */
  public double metric(String name, String text) {
    return get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> line.contains(text))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Every document of every collection of a database, as text. */
  public static List<String> storedText(String database) {
    try (var client = MongoClients.create(Engines.forTests().mongoUri())) {
      var stored = client.getDatabase(database);
      var texts = new ArrayList<String>();
      for (var collection : stored.listCollectionNames()) {
        stored.getCollection(collection).find().forEach(document -> texts.add(document.toJson()));
      }
      assertThat(texts).isNotEmpty();
      return texts;
    }
  }

  private HttpRequest.Builder request(String path) {
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException | InterruptedException unanswered) {
      throw new AssertionError(unanswered);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
