package org.yizhan.suite.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes settlements from files, from the door of a suite or from its log. Ends with 0 when all
 * of them agree with the law, with 1 when one does not, with 2 when there was nothing to verify.
 */
public final class VerifyMain {

  private static final String USAGE =
      """
      usage: VerifyMain [--parameters <directory>] [--overlay <directory>]… <what>
        <what> is files of settlements (JSON, one or many, also events),
        --kafka <bootstrap>: everything on the topic settlements, or
        --gateway <url> and ids of settlements or months of hospitals (H44160200001/2026-11)
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Path> overlays = new ArrayList<>();
  private final List<String> things = new ArrayList<>();
  private @Nullable Path parameters;
  private @Nullable String kafka;
  private @Nullable String gateway;

  private VerifyMain() {}

  public static void main(String[] words) throws InterruptedException {
    System.exit(run(words));
  }

  static int run(String... words) throws InterruptedException {
    var main = new VerifyMain();
    try {
      main.read(new ArrayDeque<>(List.of(words)));
      return main.verify();
    } catch (IllegalArgumentException
        | NoSuchElementException
        | IOException
        | UncheckedIOException
        | JacksonException
        | KafkaException wrong) {
      System.out.println(wrong);
      System.out.print(USAGE);
      return 2;
    }
  }

  private void read(Deque<String> words) {
    while (!words.isEmpty()) {
      var word = words.removeFirst();
      switch (word) {
        case "--parameters" -> parameters = Path.of(following(word, words));
        case "--overlay" -> overlays.add(Path.of(following(word, words)));
        case "--kafka" -> kafka = following(word, words);
        case "--gateway" -> gateway = following(word, words);
        default -> things.add(word);
      }
    }
    if (kafka == null == things.isEmpty()) {
      throw new IllegalArgumentException("say either --kafka or what to verify");
    }
  }

  private static String following(String option, Deque<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.removeFirst();
  }

  private List<Law> laws() {
    var directory = parameters == null ? Law.shipped() : parameters;
    var laws = new ArrayList<Law>();
    laws.add(Law.read(directory));
    overlays.forEach(overlay -> laws.add(Law.read(directory, overlay)));
    return laws;
  }

  private int verify() throws IOException, InterruptedException {
    if (kafka != null) {
      var verified = new SettlementsTopic(kafka).verify(laws());
      System.out.printf(
          "%d of them believed about person or hospital%n", verified.believed().size());
      return report(verified.settlements().size(), verified.problems());
    }
    var verifier = new Verifier(laws(), Registers.empty());
    var problems = new ArrayList<String>();
    var settlements = gateway == null ? inFiles() : atTheDoor(gateway, problems);
    settlements.forEach(settlement -> problems.addAll(verifier.problemsIn(settlement)));
    return report(settlements.size(), problems);
  }

  private static int report(int count, List<String> problems) {
    problems.forEach(System.out::println);
    System.out.printf("%d settlements recomputed, %d findings%n", count, problems.size());
    return !problems.isEmpty() ? 1 : count == 0 ? 2 : 0;
  }

  /** Whatever looks like a settlement, alone, in a list, line by line or inside an event. */
  private List<JsonNode> inFiles() throws IOException {
    var found = new ArrayList<JsonNode>();
    for (var file : things) {
      try (var values =
          json.readerFor(JsonNode.class).<JsonNode>readValues(Files.readAllBytes(Path.of(file)))) {
        values.forEachRemaining(value -> collect(value, found));
      }
    }
    return found;
  }

  private static void collect(JsonNode value, List<JsonNode> found) {
    if (value.isArray()) {
      value.forEach(one -> collect(one, found));
    } else if (value.has("settlement")) {
      collect(value.path("settlement"), found);
    } else if (value.has("shares")) {
      found.add(value);
    }
  }

  /** A month names a settlement once for every payer; what is not settled is a problem. */
  private List<JsonNode> atTheDoor(String url, List<String> problems)
      throws IOException, InterruptedException {
    var found = new ArrayList<JsonNode>();
    try (var http = HttpClient.newHttpClient()) {
      var ids = new LinkedHashSet<String>();
      for (var thing : things) {
        ids.addAll(thing.contains("/") ? idsOf(http, url, thing) : List.of(thing));
      }
      for (var id : ids) {
        int before = found.size();
        var answer = get(http, url + "/api/settlements/" + id);
        collect(answer, found);
        if (found.size() == before) {
          problems.add("%s is %s: no share to recompute".formatted(id, answer.path("status")));
        }
      }
    }
    return found;
  }

  private List<String> idsOf(HttpClient http, String url, String month)
      throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    var path = url + "/api/hospital-months/" + month;
    for (var page = get(http, path); ; ) {
      ids.addAll(page.path("lines").findValuesAsString("settlementId"));
      if (!page.has("next")) {
        return ids;
      }
      page = get(http, path + "?after=" + page.path("next").asString(""));
    }
  }

  private JsonNode get(HttpClient http, String url) throws IOException, InterruptedException {
    var answer =
        http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException(url + " answers " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }
}
