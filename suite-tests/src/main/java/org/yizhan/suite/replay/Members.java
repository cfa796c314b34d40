package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every member of a document by its path, for example {@code claims.2.shares.BASIC}; JSON that is
 * kept as text is taken apart too, bytes stand for themselves as their digest.
 */
final class Members {

  private static final String ABSENT = "absent";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SortedMap<String, String> values = new TreeMap<>();

  static Members of(Map<String, ?> document) {
    var members = new Members();
    document.forEach(members::add);
    return members;
  }

  /**
   * @param json an object
   */
  static Members of(byte[] json) {
    var members = new Members();
    members.add("", JSON.readValue(json, Object.class));
    return members;
  }

  private void add(String path, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          map.forEach((name, member) -> add(below(path, String.valueOf(name)), member));
      case List<?> list when !list.isEmpty() -> {
        for (int i = 0; i < list.size(); i++) {
          add(below(path, String.valueOf(i)), list.get(i));
        }
      }
      case String text when text.startsWith("{") -> addText(path, text);
      case Binary bytes -> values.put(path, Digest.of(bytes.getData()).toString());
      case Date date -> values.put(path, date.toInstant().toString());
      case null -> values.put(path, "null");
      default -> values.put(path, value.toString());
    }
  }

  private void addText(String path, String text) {
    try {
      add(path, JSON.readValue(text, Object.class));
    } catch (JacksonException noJson) {
      values.put(path, text);
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  /**
   * What tells two events with other bytes apart, one line each; never empty, for what is published
   * must be what is decided, to the byte.
   */
  static List<String> differences(byte[] found, byte[] expected) {
    var differences = of(found).differencesTo(of(expected));
    return differences.isEmpty() ? List.of("other bytes, same members") : differences;
  }

  /** Where the two differ, one line each. */
  List<String> differencesTo(Members expected) {
    var differences = new ArrayList<String>();
    var paths = new TreeSet<>(values.keySet());
    paths.addAll(expected.values.keySet());
    for (var path : paths) {
      var found = values.getOrDefault(path, ABSENT);
      var wanted = expected.values.getOrDefault(path, ABSENT);
      if (!found.equals(wanted)) {
        differences.add("%s is %s, must be %s".formatted(path, found, wanted));
      }
    }
    return differences;
  }
}
