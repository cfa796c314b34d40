package org.yizhan.suite.contract;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.agency.RosterFeedback;
import tools.jackson.databind.JsonNode;

/**
 * Each published record has a message, and each member of one is a member of the other, with the
 * JSON type that the Java type is written as.
 */
final class MembersAreTheRecords implements ContractRule {

  private static final Map<Class<?>, String> JSON_TYPES =
      Map.of(
          String.class, "string",
          BigDecimal.class, "number",
          Integer.class, "integer",
          int.class, "integer",
          Long.class, "integer",
          long.class, "integer",
          List.class, "array");

  private final Map<String, Class<?>> records = new HashMap<>();

  MembersAreTheRecords() {
    Stream.of(
            Stream.of(AgencyMessage.class.getPermittedSubclasses()),
            Stream.of(ReferenceEvent.class.getPermittedSubclasses()),
            Stream.<Class<?>>of(RosterFeedback.class))
        .flatMap(types -> types)
        .filter(type -> type.isAnnotationPresent(JsonTypeName.class))
        .forEach(type -> records.put(type.getAnnotation(JsonTypeName.class).value(), type));
  }

  @Override
  public List<String> problemsIn(AgencyContract contract) {
    var problems = new ArrayList<String>();
    var described = new TreeSet<String>();
    for (var message : contract.messages()) {
      described.add(message.type());
      var record = records.get(message.type());
      if (record == null) {
        problems.add(message.at() + ": no record is published as " + message.type());
      } else {
        problems.addAll(differences(message.at(), message.payload(), record));
      }
      if (!message
          .tree()
          .at("/headers/allOf/1/properties/ce_type/const")
          .asString()
          .equals(message.type())) {
        problems.add(message.at() + ": ce_type must be " + message.type());
      }
    }
    if (!described.equals(records.keySet())) {
      problems.add("the messages are " + described + ", the records " + records.keySet());
    }
    return problems;
  }

  private static List<String> differences(String at, JsonNode schema, Class<?> record) {
    var problems = new ArrayList<String>();
    var properties = schema.path("properties");
    var components = Arrays.asList(record.getRecordComponents());
    var names = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
    var described = Set.copyOf(properties.propertyNames());
    if (!described.equals(names)) {
      problems.add(at + ": the schema has " + described + ", the record " + names);
    }
    for (var component : components) {
      var property = properties.path(component.getName());
      if (!typesOf(property).contains(jsonTypeOf(component.getType()))) {
        problems.add(at + ": " + component.getName() + " is " + typesOf(property));
      }
      var member = component.getType().isRecord() ? component.getType() : elementOf(component);
      if (member != null) {
        var inner = property.has("items") ? property.path("items") : property;
        problems.addAll(differences(at + "/" + component.getName(), inner, member));
      }
    }
    return problems;
  }

  /** The record that a list holds, or null. */
  private static Class<?> elementOf(RecordComponent component) {
    return component.getGenericType() instanceof java.lang.reflect.ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> element
            && element.isRecord()
        ? element
        : null;
  }

  private static String jsonTypeOf(Class<?> type) {
    return type.isEnum() ? "string" : type.isRecord() ? "object" : JSON_TYPES.get(type);
  }

  private static Set<String> typesOf(JsonNode property) {
    var type = property.path("type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false)
            .map(JsonNode::asString)
            .collect(Collectors.toSet())
        : Set.of(type.asString(""));
  }
}
