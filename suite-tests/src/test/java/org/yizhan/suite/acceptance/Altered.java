package org.yizhan.suite.acceptance;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import tools.jackson.databind.json.JsonMapper;

/** A stored document of which one member is to become another; JSON kept as text stays text. */
record Altered(Document document) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Altered of(Document document) {
    return new Altered(document);
  }

  /**
   * @param path for example {@code claims.0.shares.BASIC}
   */
  Document at(String path) {
    return (Document) in(document, path);
  }

  @SuppressWarnings("unchecked") // members have names, whatever they hold
  private static Object in(Object value, String path) {
    if (path.isEmpty()) {
      return another(value);
    }
    if (value instanceof String text) {
      return JSON.writeValueAsString(in(JSON.readValue(text, Object.class), path));
    }
    var steps = path.split("\\.", 2);
    var rest = steps.length == 1 ? "" : steps[1];
    if (value instanceof List<?> list) {
      int index = Integer.parseInt(steps[0]);
      ((List<Object>) list).set(index, in(list.get(index), rest));
    } else {
      ((Map<String, Object>) value).compute(steps[0], (_, member) -> in(member, rest));
    }
    return value;
  }

  private static Object another(Object value) {
    return switch (value) {
      case Long number -> number + 1;
      case Integer number -> number + 1;
      case Binary bytes -> new Binary("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case String amount when amount.matches("[0-9]+\\.[0-9]{2}") -> "1" + amount;
      case String text -> text + "-altered";
      default -> throw new IllegalArgumentException("cannot alter " + value);
    };
  }
}
