package org.yizhan.suite.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An AsyncAPI or OpenAPI document as one tree: every {@code $ref} is replaced by what it points to,
 * in its file or beside it.
 */
final class SpecFile {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** JSON is YAML. */
  private static final YAMLMapper YAML = new YAMLMapper();

  private SpecFile() {}

  /**
   * @throws IllegalStateException when a reference points to nothing
   */
  static JsonNode read(Path file) {
    var raw = yaml(file);
    return new References(file, raw).resolved(raw);
  }

  /** With its aliases, which Jackson by itself leaves as they are written. */
  static JsonNode yaml(Path file) {
    try (var text = Files.newBufferedReader(file)) {
      return YAML.valueToTree(new Load(LoadSettings.builder().build()).loadFromReader(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
