package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.YamlNode.Wrong;

/**
 * Reads one file. A mapping with {@code values} is a parameter, any other a folder of parameters; a
 * parameter whose values are mappings stands for one parameter per key, so that an explanation can
 * name the very number it used; unless its unit reads mappings as a whole.
 */
final class ParameterReader {

  private static final String VALUES = "values";

  /** A file may also come from outside, and YAML lets a mapping contain itself. */
  private static final int DEPTH_MAX = 8;

  private final String file;
  private final Map<String, Unit<?>> units;
  private final Consumer<Source> sources;
  private final Map<String, Parameter<?>> found = new LinkedHashMap<>();

  /** Where we are, for messages. */
  private String key = "";

  private @Nullable String day;

  private ParameterReader(String file, Map<String, Unit<?>> units, Consumer<Source> sources) {
    this.file = file;
    this.units = units;
    this.sources = sources;
  }

  /**
   * The parameters of a file, by name, in the order of the file.
   *
   * @param units the kinds of values that may stand in it, by name
   * @param sources what is asked of every value's source
   */
  static Map<String, Parameter<?>> read(
      String file, String yaml, Map<String, Unit<?>> units, Consumer<Source> sources) {
    var reader = new ParameterReader(file, units, sources);
    try {
      var path = file.substring(0, file.length() - ".yaml".length());
      reader.readFolder(path, YamlNode.parse(yaml));
      return reader.found;
    } catch (Wrong wrong) {
      throw new BadParameterFile(reader.where(), wrong.rule());
    }
  }

  private String where() {
    return file + (key.isEmpty() ? "" : ", " + key) + (day == null ? "" : ", " + day);
  }

  private void readFolder(String path, YamlNode folder) {
    if (path.split("/").length > DEPTH_MAX) {
      throw new Wrong("folders must not lie deeper than " + DEPTH_MAX);
    }
    var members = folder.members();
    for (var member : members.entrySet()) {
      var outer = key;
      key = outer.isEmpty() ? member.getKey() : outer + '/' + member.getKey();
      var memberPath = path + '/' + member.getKey();
      if (member.getValue().isMapping() && member.getValue().members().containsKey(VALUES)) {
        readParameter(memberPath, member.getValue());
      } else {
        readFolder(memberPath, member.getValue());
      }
      key = outer;
    }
  }

  private void readParameter(String name, YamlNode parameter) {
    parameter.requireOnly("description", "unit", VALUES);
    var description = parameter.text("description");
    var unit = unit(parameter.text("unit"));
    readRows(name, description, unit, parameter.member(VALUES).items());
  }

  private Unit<?> unit(String name) {
    var unit = units.get(name);
    if (unit == null) {
      throw new Wrong(
          "the unit must be one of " + units.keySet().stream().sorted().toList() + ", was " + name);
    }
    return unit;
  }

  private <T> void readRows(String name, String description, Unit<T> unit, List<YamlNode> rows) {
    var byName = new LinkedHashMap<String, TreeMap<LocalDate, InForce<T>>>();
    var reviewBy = new TreeMap<LocalDate, LocalDate>();
    LocalDate before = null;
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      day = "value " + (i + 1);
      row.requireOnly("from", "value", "status", "reference", "derivation", "reviewBy");
      day = row.text("from");
      var from = Unit.date(day);
      if (before != null && !from.isAfter(before)) {
        throw new Wrong("dates must rise; the row before starts on " + before);
      }
      var source = Source.read(row, from);
      sources.accept(source);
      readRow(name, unit, from, row.member("value"), source)
          .forEach(
              (part, value) -> byName.computeIfAbsent(part, p -> new TreeMap<>()).put(from, value));
      if (source.reviewBy() != null) {
        reviewBy.put(from, source.reviewBy());
      }
      before = from;
    }
    byName.forEach((part, values) -> requireEveryRow(part, values.size(), rows.size()));
    day = null;
    byName.forEach(
        (part, values) ->
            found.put(
                part, new Parameter<>(file, description, unit, Dated.of(part, values), reviewBy)));
  }

  /**
   * A row replaces the row before as a whole; a key that silently ends or begins would be a missing
   * value.
   */
  private static void requireEveryRow(String part, int has, int expected) {
    if (has != expected) {
      throw new Wrong(part + " must stand in every row of the parameter");
    }
  }

  private static <T> Map<String, InForce<T>> readRow(
      String name, Unit<T> unit, LocalDate from, YamlNode value, Source source) {
    var values = new LinkedHashMap<String, InForce<T>>();
    if (value.isMapping() && !unit.readsMappings()) {
      value
          .members()
          .forEach(
              (part, of) ->
                  values.put(
                      name + '/' + part, inForce(name + '/' + part, unit, from, of, source)));
    } else {
      values.put(name, inForce(name, unit, from, value, source));
    }
    return values;
  }

  private static <T> InForce<T> inForce(
      String name, Unit<T> unit, LocalDate from, YamlNode node, Source source) {
    var value = unit.read(node);
    return new InForce<>(
        value,
        List.of(
            new ValueUsed(
                name, from, unit.text(value), source.status().word(), source.reference())));
  }
}
