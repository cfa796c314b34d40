package org.yizhan.suite.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI documents, and whether what the suite answers is what they promise: nothing promised
 * is missing or of another form, and nothing is answered that they do not tell.
 */
public final class HttpContract {

  private static final List<String> DOCUMENTS =
      List.of("openapi-hospitals.yaml", "openapi-agencies.yaml", "openapi-funds.yaml");
  private static final List<String> METHODS = List.of("get", "post", "delete");

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> strict = new ConcurrentHashMap<>();
  private final List<Operation> operations;

  private HttpContract(List<Operation> operations) {
    this.operations = operations;
  }

  /**
   * @param address as the document has it, {@code /api/settlements/{id}}
   */
  public record Operation(
      String document, String method, String address, Pattern path, JsonNode tree) {

    static Operation of(String document, String method, String address, JsonNode tree) {
      var any = Pattern.quote(address).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
      return new Operation(document, method, address, Pattern.compile(any), tree);
    }

    private boolean takes(String asked, String stated) {
      return method.equals(asked) && path.matcher(stated).matches();
    }

    private long named() {
      return address.chars().filter(character -> character == '{').count();
    }

    @Override
    public String toString() {
      return method + " " + address;
    }
  }

  /** All documents together. */
  public static HttpContract read() {
    return new HttpContract(DOCUMENTS.stream().flatMap(HttpContract::operationsIn).toList());
  }

  private static Stream<Operation> operationsIn(String document) {
    var file = SpecFile.ROOT.resolve("docs").resolve(document);
    var found = new ArrayList<Operation>();
    for (var path : SpecFile.read(file).path("paths").properties()) {
      for (var method : METHODS) {
        if (path.getValue().has(method)) {
          found.add(
              Operation.of(
                  document,
                  method.toUpperCase(Locale.ROOT),
                  path.getKey(),
                  path.getValue().path(method)));
        }
      }
    }
    return found.stream();
  }

  public List<Operation> operations() {
    return operations;
  }

  /**
   * The operation behind an address, empty for what no document tells.
   *
   * @param path with its query
   */
  public Optional<Operation> find(String method, String path) {
    var asked = path.replaceFirst("\\?.*", "");
    return operations.stream()
        .filter(one -> one.takes(method, asked))
        .min(Comparator.comparing(Operation::named));
  }

  private Operation get(String method, String path) {
    return find(method, path)
        .orElseThrow(() -> new IllegalArgumentException("nobody is told of " + method + path));
  }

  /** The request that is shown, which fits its own schema. */
  public JsonNode example(String path) {
    var content = get("POST", path).tree.at("/requestBody/content/application~1json");
    var schema = schemas.getSchema(content.path("schema"));
    var problems = problemsIn(schema, content.path("example"));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the example of " + path + ": " + problems);
    }
    return content.path("example");
  }

  /** Where an answer is not as promised, in words; what no document tells is not looked at. */
  public List<String> problemsIn(String method, String path, Reply reply) {
    return find(method, path)
        .map(operation -> problemsIn(operation, reply))
        .orElse(List.of())
        .stream()
        .map(problem -> "%s %s %d: %s".formatted(method, path, reply.status(), problem))
        .toList();
  }

  private List<String> problemsIn(Operation operation, Reply reply) {
    var responses = operation.tree.path("responses");
    var status = String.valueOf(reply.status());
    if (!responses.has(status) && (reply.status() < 400 || !responses.has("default"))) {
      return List.of("no such status is told");
    }
    var content = responses.path(responses.has(status) ? status : "default").path("content");
    if (reply.body().length == 0 || content.isMissingNode()) {
      return List.of();
    }
    var type = reply.header("content-type").replaceFirst(";.*", "");
    if (!content.has(type)) {
      return List.of("no answer of type " + type + " is told");
    }
    return type.endsWith("json")
        ? problemsIn(
            strict.computeIfAbsent(
                operation + " " + status + " " + type,
                _ -> schemas.getSchema(closed(content.path(type).path("schema")))),
            reply.json())
        : List.of();
  }

  private static List<String> problemsIn(Schema schema, JsonNode value) {
    return schema
        .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** Clients let new members pass; here each must be told. */
  private static JsonNode closed(JsonNode schema) {
    var closed = closedInside(schema);
    if (closed instanceof ObjectNode object && (schema.has("properties") || schema.has("allOf"))) {
      object.put("unevaluatedProperties", false);
    }
    return closed;
  }

  /** All that is below a schema is closed; parts of a whole are not closed themselves. */
  private static JsonNode closedInside(JsonNode schema) {
    if (!(schema.deepCopy() instanceof ObjectNode copy)) {
      return schema;
    }
    for (var name : new ArrayList<>(copy.path("properties").propertyNames())) {
      ((ObjectNode) copy.path("properties"))
          .set(name, closed(schema.path("properties").path(name)));
    }
    for (var one : List.of("items", "additionalProperties")) {
      if (copy.has(one)) {
        copy.set(one, closed(schema.path(one)));
      }
    }
    for (var choice : List.of("allOf", "oneOf")) {
      var parts = copy.arrayNode();
      for (var part : schema.path(choice)) {
        parts.add(choice.equals("oneOf") ? closed(part) : closedInside(part));
      }
      if (copy.has(choice)) {
        copy.set(choice, parts);
      }
    }
    return copy;
  }
}
