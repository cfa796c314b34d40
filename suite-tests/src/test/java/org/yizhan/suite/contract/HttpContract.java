package org.yizhan.suite.contract;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document, and whether what the suite answers is what it promises: nothing promised is
 * missing or of another form, and nothing is answered that it does not tell.
 */
public final class HttpContract {

  private static final List<String> METHODS = List.of("get", "post");

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final JsonNode tree;

  private HttpContract(JsonNode tree) {
    this.tree = tree;
  }

  /** What hospitals are told. */
  public static HttpContract ofHospitals() {
    var file = AgencyContract.ROOT.resolve("docs/openapi-hospitals.yaml");
    return new HttpContract(AgencyContract.read(file).tree());
  }

  /** The ids of all operations. */
  public Set<String> operations() {
    var ids = new TreeSet<String>();
    for (var path : tree.path("paths")) {
      METHODS.forEach(method -> ids.add(path.at("/" + method + "/operationId").asString("")));
    }
    ids.remove("");
    return ids;
  }

  private JsonNode operation(String id) {
    for (var path : tree.path("paths")) {
      for (var method : METHODS) {
        if (path.at("/" + method + "/operationId").asString("").equals(id)) {
          return path.path(method);
        }
      }
    }
    throw new IllegalArgumentException("there is no operation " + id);
  }

  /** The request that is shown, which fits its own schema. */
  public JsonNode example(String operation) {
    var content = operation(operation).at("/requestBody/content/application~1json");
    var problems = problemsIn(content.path("schema"), content.path("example"));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the example of " + operation + ": " + problems);
    }
    return content.path("example");
  }

  /** Where the answer is not as promised, in words. */
  public List<String> problemsIn(String operation, Reply reply) {
    var responses = operation(operation).path("responses");
    var status = String.valueOf(reply.status());
    if (!responses.has(status) && reply.status() < 400) {
      return List.of(operation + " is not told to answer " + status);
    }
    var type = reply.header("content-type").replaceFirst(";.*", "");
    var content = responses.path(responses.has(status) ? status : "default").path("content");
    if (!content.has(type)) {
      return List.of(operation + " is not told to answer " + status + " with " + type);
    }
    return type.endsWith("json")
        ? problemsIn(strict(content.path(type).path("schema")), reply.json())
        : List.of();
  }

  private List<String> problemsIn(JsonNode schema, JsonNode value) {
    return schemas
        .getSchema(schema)
        .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** Clients let new members pass; here each must be told. */
  private static JsonNode strict(JsonNode schema) {
    var strict = inside(schema);
    if (strict instanceof ObjectNode object && (schema.has("properties") || schema.has("allOf"))) {
      object.put("unevaluatedProperties", false);
    }
    return strict;
  }

  /** The schema with all that is below it strict; parts of a whole are not closed themselves. */
  private static JsonNode inside(JsonNode schema) {
    if (!(schema.deepCopy() instanceof ObjectNode copy)) {
      return schema;
    }
    for (var name : new ArrayList<>(copy.path("properties").propertyNames())) {
      ((ObjectNode) copy.path("properties"))
          .set(name, strict(schema.path("properties").path(name)));
    }
    for (var one : List.of("items", "additionalProperties")) {
      if (copy.has(one)) {
        copy.set(one, strict(schema.path(one)));
      }
    }
    for (var choice : List.of("allOf", "oneOf")) {
      var parts = copy.arrayNode();
      for (var part : schema.path(choice)) {
        parts.add(choice.equals("oneOf") ? strict(part) : inside(part));
      }
      if (copy.has(choice)) {
        copy.set(choice, parts);
      }
    }
    return copy;
  }
}
