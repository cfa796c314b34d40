package org.yizhan.suite.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yizhan.contracts.Topics;
import tools.jackson.databind.JsonNode;

/**
 * The channels are the topics that agencies and operators may use, as deploy/topics.yaml creates
 * them; each is used by one operation.
 */
final class ChannelsAreTopics implements ContractRule {

  private static final Map<String, String> RETENTION_MS =
      Map.of("forever", "-1", "week", "604800000");

  private final JsonNode catalogue = SpecFile.yaml(SpecFile.ROOT.resolve("deploy/topics.yaml"));

  @Override
  public List<String> problemsIn(AgencyContract contract) {
    var problems = new ArrayList<String>();
    var addresses = new HashSet<String>();
    for (var channel : contract.tree().path("channels")) {
      addresses.add(channel.path("address").asString());
      problems.addAll(problemsIn(channel));
    }
    if (!addresses.equals(expected())) {
      problems.add("the channels are " + addresses + ", not " + expected());
    }
    problems.addAll(operations(contract));
    return problems;
  }

  private static Set<String> expected() {
    var topics =
        new HashSet<>(
            List.of(
                Topics.ENROLMENT_CHANGES,
                Topics.FILING_CHANGES,
                Topics.HOSPITALS,
                Topics.OFF_SITE_FUNCTIONS,
                Topics.ROSTER_FEEDBACK));
    Topics.MARKING_AGENCIES.forEach(agency -> topics.add(Topics.ROSTER_CHANGES_PREFIX + agency));
    return topics;
  }

  private List<String> problemsIn(JsonNode channel) {
    var address = channel.path("address").asString();
    for (var topic : catalogue.path("topics")) {
      if (topic.path("name").asString().equals(address)) {
        return differences(channel.at("/bindings/kafka"), topic, address);
      }
    }
    return List.of(address + " is no topic of deploy/topics.yaml");
  }

  private List<String> differences(JsonNode binding, JsonNode topic, String address) {
    var stated = new HashMap<String, String>();
    stated.put("partitions", binding.path("partitions").asString());
    stated.put("replicas", binding.path("replicas").asString());
    stated.put("retention", binding.at("/topicConfiguration/retention.ms").asString());
    var created =
        Map.of(
            "partitions", catalogue.path("partitions").asString(),
            "replicas", catalogue.path("replication").asString(),
            "retention", RETENTION_MS.get(topic.path("retention").asString()));
    return stated.equals(created)
        ? List.of()
        : List.of(address + " is created with " + created + ", not " + stated);
  }

  /** Whoever reads the document as the suite's: it receives all but the feedback. */
  private static List<String> operations(AgencyContract contract) {
    var actions = new HashMap<String, String>();
    for (var operation : contract.tree().path("operations")) {
      actions.put(operation.at("/channel/address").asString(), operation.path("action").asString());
    }
    var problems = new ArrayList<String>();
    for (var topic : expected()) {
      var action = topic.equals(Topics.ROSTER_FEEDBACK) ? "send" : "receive";
      if (!action.equals(actions.get(topic))) {
        problems.add(topic + " has no operation " + action);
      }
    }
    return problems;
  }
}
