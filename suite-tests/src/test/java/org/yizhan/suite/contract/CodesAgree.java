package org.yizhan.suite.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.suite.contract.AgencyContract.Message;
import tools.jackson.databind.JsonNode;

/**
 * Codes are those of the code: enums as in Java, categories and cities as in roster-sync's own
 * files, each agency's categories on its topic only (H3, H11, W2).
 */
final class CodesAgree implements ContractRule {

  private final JsonNode categories = reference("categories");
  private final JsonNode divisions = reference("divisions");

  private static JsonNode reference(String name) {
    var resources = SpecFile.ROOT.resolve("roster-sync-service/src/main/resources");
    return SpecFile.yaml(resources.resolve(name + ".yaml")).path(name);
  }

  @Override
  public List<String> problemsIn(AgencyContract contract) {
    var problems = new ArrayList<String>();
    for (var message : contract.messages()) {
      switch (message.type()) {
        case "enrolment-changed.v1" -> {
          compare(problems, message, "scheme", namesOf(Scheme.values()));
          compare(problems, message, "status", namesOf(EmploymentStatus.values()));
          compare(problems, message, "city", cities());
        }
        case "roster-change.v1" -> {
          compare(problems, message, "kind", namesOf(Kind.values()));
          compare(problems, message, "category", Set.copyOf(categories.propertyNames()));
          agencysOwn(problems, message);
        }
        case "roster-feedback.v1" -> {
          compare(problems, message, "outcome", namesOf(Outcome.values()));
          compare(problems, message, "agency", agencies());
        }
        default -> {
          // the others have no codes that are listed elsewhere
        }
      }
    }
    return problems;
  }

  private void agencysOwn(List<String> problems, Message message) {
    var agency = message.channel().substring(Topics.ROSTER_CHANGES_PREFIX.length());
    var own = new HashSet<String>();
    for (var category : categories.properties()) {
      if (category.getValue().path("agency").asString().equals(agency)) {
        own.add(category.getKey());
      }
    }
    var narrowed = message.tree().at("/payload/allOf/1/properties/category/enum");
    if (!textsOf(narrowed).equals(own)) {
      problems.add(message.at() + ": " + agency + " confirms " + own + ", not " + narrowed);
    }
  }

  private static void compare(
      List<String> problems, Message message, String member, Set<String> expected) {
    var stated = textsOf(message.payload().at("/properties/" + member + "/enum"));
    if (!stated.equals(expected)) {
      problems.add(
          "%s: %s is one of %s, not of %s".formatted(message.at(), member, expected, stated));
    }
  }

  /** Without null, which stands for an absent member. */
  private static Set<String> textsOf(JsonNode codes) {
    var texts = new TreeSet<String>();
    codes.forEach(
        code -> {
          if (!code.isNull()) {
            texts.add(code.asString());
          }
        });
    return texts;
  }

  private static Set<String> namesOf(Enum<?>[] constants) {
    var names = new TreeSet<String>();
    for (var constant : constants) {
      names.add(constant.name());
    }
    return names;
  }

  private Set<String> cities() {
    var cities = new TreeSet<String>();
    divisions.forEach(division -> cities.add(division.path("city").asString()));
    return cities;
  }

  private static Set<String> agencies() {
    var agencies = new TreeSet<>(Topics.MARKING_AGENCIES);
    agencies.add("medical-insurance");
    return agencies;
  }
}
