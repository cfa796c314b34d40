package org.yizhan.chassis.parameter;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of YAML whose scalars are still the text that stands in the file: 0.30 is neither a
 * double nor 0.3. Every reading throws {@link Wrong} when the piece is not what it should be.
 */
public record YamlNode(@Nullable Node node) {

  /** What is wrong with a piece of a file; whoever knows the place adds it. */
  public static final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Wrong(String rule) {
      super(rule);
    }

    public Wrong(String rule, Throwable cause) {
      super(rule, cause);
    }

    public String rule() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * @throws Wrong when it is not YAML
   */
  public static YamlNode parse(String text) {
    try {
      return new YamlNode(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (YAMLException notYaml) {
      throw new Wrong("is not YAML: " + notYaml.getMessage(), notYaml);
    }
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw new Wrong("must be a single value");
  }

  public List<YamlNode> items() {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue().stream().map(YamlNode::new).toList();
    }
    throw new Wrong("must be a list that is not empty");
  }

  public List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /** Members in the order of the file. */
  public Map<String, YamlNode> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw new Wrong("must be a mapping of keys to values");
    }
    var members = new LinkedHashMap<String, YamlNode>();
    for (var tuple : mapping.getValue()) {
      var key = new YamlNode(tuple.getKeyNode()).text();
      if (members.put(key, new YamlNode(tuple.getValueNode())) != null) {
        throw new Wrong("the key " + key + " stands there twice");
      }
    }
    return members;
  }

  public YamlNode member(String key) {
    var member = members().get(key);
    if (member == null) {
      throw new Wrong(key + " is missing");
    }
    return member;
  }

  public boolean has(String key) {
    return members().containsKey(key);
  }

  /** The single value of a member. */
  public String text(String key) {
    if (member(key).node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw new Wrong(key + " must be a single value that is not empty");
  }

  public void requireOnly(String... keys) {
    for (var key : members().keySet()) {
      if (!List.of(keys).contains(key)) {
        throw new Wrong("unknown key " + key + "; known are " + String.join(", ", keys));
      }
    }
  }
}
