package org.yizhan.suite.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document as one tree. */
record AgencyContract(JsonNode tree) {

  static final Path FILE = SpecFile.ROOT.resolve("docs/asyncapi.yaml");

  /**
   * @param channel the topic
   * @param type the CloudEvents type
   * @param at where it stands in the tree
   */
  record Message(String channel, String type, String at, JsonNode tree) {

    /** The schema of the type itself, without what one agency's topic narrows. */
    JsonNode payload() {
      var payload = tree.path("payload");
      return payload.has("allOf") ? payload.path("allOf").get(0) : payload;
    }
  }

  /**
   * @throws IllegalStateException when a reference points to nothing
   */
  static AgencyContract read(Path file) {
    return new AgencyContract(SpecFile.read(file));
  }

  List<Message> messages() {
    var found = new ArrayList<Message>();
    for (var channel : tree.path("channels").properties()) {
      for (var message : channel.getValue().path("messages").properties()) {
        var at = "/channels/" + channel.getKey() + "/messages/" + message.getKey();
        found.add(
            new Message(
                channel.getValue().path("address").asString(),
                message.getValue().path("name").asString(),
                at,
                message.getValue()));
      }
    }
    return found;
  }

  /** A copy in which one member is another, or is gone when the value is null. */
  AgencyContract spoilt(String pointer, JsonNode value) {
    var copy = tree.deepCopy();
    var at = JsonPointer.compile(pointer);
    if (!(copy.at(at.head()) instanceof ObjectNode parent)
        || !parent.has(at.last().getMatchingProperty())) {
      throw new IllegalArgumentException("there is nothing to spoil at " + pointer);
    }
    if (value == null) {
      parent.remove(at.last().getMatchingProperty());
    } else {
      parent.set(at.last().getMatchingProperty(), value);
    }
    return new AgencyContract(copy);
  }
}
