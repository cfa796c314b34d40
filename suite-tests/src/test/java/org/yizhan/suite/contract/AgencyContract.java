package org.yizhan.suite.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The AsyncAPI document as one tree: every {@code $ref} is replaced by what it points to, in this
 * file or beside it.
 */
record AgencyContract(JsonNode tree) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path FILE = ROOT.resolve("docs/asyncapi.yaml");

  /** JSON is YAML. */
  private static final YAMLMapper YAML = new YAMLMapper();

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
    var raw = yaml(file);
    return new AgencyContract(new References(file, raw).resolved(raw));
  }

  /** With its aliases, which Jackson by itself leaves as they are written. */
  static JsonNode yaml(Path file) {
    try (var text = Files.newBufferedReader(file)) {
      return YAML.valueToTree(new Load(LoadSettings.builder().build()).loadFromReader(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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

  /** References are local to one file; a file beside it is a schema of its own. */
  private record References(Path file, JsonNode root) {

    JsonNode resolved(JsonNode node) {
      if (node.has("$ref")) {
        return target(node.path("$ref").asString());
      }
      if (node instanceof ObjectNode object) {
        var copy = YAML.createObjectNode();
        object.properties().forEach(one -> copy.set(one.getKey(), resolved(one.getValue())));
        return copy;
      }
      if (node.isArray()) {
        var copy = YAML.createArrayNode();
        node.forEach(one -> copy.add(resolved(one)));
        return copy;
      }
      return node;
    }

    private JsonNode target(String reference) {
      if (!reference.startsWith("#")) {
        var parts = reference.split("#", 2);
        var other = beside(parts[0]);
        return parts.length == 1 ? other.resolved(other.root) : other.target("#" + parts[1]);
      }
      var found = root.at(reference.substring(1));
      if (found.isMissingNode()) {
        throw new IllegalStateException(file.getFileName() + " refers to nothing: " + reference);
      }
      return resolved(found);
    }

    private References beside(String name) {
      var beside = file.resolveSibling(name);
      if (!Files.isRegularFile(beside)) {
        throw new IllegalStateException(file.getFileName() + " refers to no file: " + name);
      }
      var tree = (ObjectNode) yaml(beside);
      tree.remove("$schema"); // it is a part of another document now
      return new References(beside, tree);
    }
  }
}
