package org.yizhan.suite.contract;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yizhan.contracts.CitizenId;
import org.yizhan.suite.contract.AgencyContract.Message;
import tools.jackson.databind.JsonNode;

/**
 * Every message has examples that an agency can copy: headers and payload fit their schemas, and
 * their citizen IDs are right and belong to nobody.
 */
final class ExamplesFitTheirSchemas implements ContractRule {

  private static final Pattern NEVER_ISSUED = Pattern.compile("(441600|330300)[0-9]{11}[0-9X]");

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  @Override
  public List<String> problemsIn(AgencyContract contract) {
    var problems = new ArrayList<String>();
    for (var message : contract.messages()) {
      var examples = message.tree().path("examples");
      if (examples.isEmpty()) {
        problems.add(message.at() + " has no example");
      }
      for (var example : examples) {
        problems.addAll(problemsIn(message, example));
      }
    }
    return problems;
  }

  private List<String> problemsIn(Message message, JsonNode example) {
    var where = message.at() + " " + example.path("name").asString() + ": ";
    var problems = new ArrayList<String>();
    for (var part : List.of("headers", "payload")) {
      problemsIn(message.tree().path(part), example.path(part))
          .forEach(problem -> problems.add(where + part + problem));
    }
    for (var member : List.of("idNumber", "duplicateIdNumber")) {
      var id = example.path("payload").path(member);
      if (id.isString()) {
        CitizenId.ruleBrokenBy(id.asString())
            .ifPresent(rule -> problems.add(where + member + " " + rule));
        if (!NEVER_ISSUED.matcher(id.asString()).matches()) {
          problems.add(where + member + " may belong to somebody");
        }
      }
    }
    return problems;
  }

  private List<String> problemsIn(JsonNode schema, JsonNode value) {
    var strict = schemas.getSchema(schema);
    return strict
        .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** Whether a value that the suite writes fits what the contract promises. */
  boolean fits(JsonNode schema, JsonNode value) {
    return problemsIn(schema, value).isEmpty();
  }
}
