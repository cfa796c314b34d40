package org.yizhan.suite.verify;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * One parameter file. Every scalar stays the text that stands there: 0.30 is no binary fraction.
 */
final class LawFile {

  private final Map<String, NavigableMap<LocalDate, Row>> parameters = new LinkedHashMap<>();

  private LawFile() {}

  static Map<String, NavigableMap<LocalDate, Row>> read(String name, String yaml) {
    var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    var file = new LawFile();
    file.folder(
        name.substring(0, name.length() - ".yaml".length()),
        (Map<?, ?>) Objects.requireNonNull(new Load(settings).loadFromString(yaml), name));
    return file.parameters;
  }

  private void folder(String path, Map<?, ?> members) {
    members.forEach(
        (key, member) -> {
          var mapping = (Map<?, ?>) member;
          if (mapping.get("values") instanceof List<?> rows) {
            var unit = String.valueOf(mapping.get("unit"));
            rows.forEach(row -> row(path + '/' + key, unit, (Map<?, ?>) row));
          } else {
            folder(path + '/' + key, mapping);
          }
        });
  }

  /** A mapping of values stands for one parameter per key. */
  private void row(String name, String unit, Map<?, ?> row) {
    if (row.get("value") instanceof Map<?, ?> parts) {
      parts.forEach((part, value) -> keep(name + '/' + part, unit, row, value));
    } else {
      keep(name, unit, row, Objects.requireNonNull(row.get("value"), name));
    }
  }

  private void keep(String name, String unit, Map<?, ?> row, Object value) {
    var from = LocalDate.parse(String.valueOf(row.get("from")));
    var reference = String.valueOf(row.get("reference"));
    if (row.get("derivation") instanceof String derivation) {
      reference = reference + "; derivation: " + derivation;
    }
    parameters
        .computeIfAbsent(name, _ -> new TreeMap<>())
        .put(from, new Row(name, unit, from, value, String.valueOf(row.get("status")), reference));
  }
}
