package org.yizhan.chassis.kafka;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event types of one publisher, found from its sealed interface and those below it: each
 * record's {@link JsonTypeName} is its CloudEvents type. A record named {@code Unrecognised} stands
 * for every type that this build does not know.
 */
public final class EventTypes<E> {

  private final Map<String, ObjectReader> readers = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();
  private final ObjectWriter writer;
  private final E unrecognised;

  private EventTypes(Class<E> events, JsonMapper mapper) {
    this.writer = mapper.writer();
    E unknown = null;
    for (var type : permitted(events).toList()) {
      var name = type.getAnnotation(JsonTypeName.class);
      if (name != null) {
        readers.put(name.value(), mapper.readerFor(type));
        names.put(type, name.value());
      } else if (type.getSimpleName().equals("Unrecognised")) {
        unknown = events.cast(newInstanceOf(type));
      } else {
        throw new IllegalArgumentException(type.getName() + " needs @JsonTypeName with a version");
      }
    }
    if (unknown == null) {
      throw new IllegalArgumentException(events.getName() + " needs a record Unrecognised()");
    }
    this.unrecognised = unknown;
  }

  /**
   * @throws IllegalArgumentException when a record has no type name or there is no {@code
   *     Unrecognised}
   */
  public static <E> EventTypes<E> of(Class<E> events, JsonMapper mapper) {
    return new EventTypes<>(events, mapper);
  }

  private static Stream<Class<?>> permitted(Class<?> events) {
    var types = events.getPermittedSubclasses();
    if (types == null) {
      throw new IllegalArgumentException(events.getName() + " must be a sealed interface");
    }
    return Stream.of(types).flatMap(type -> type.isInterface() ? permitted(type) : Stream.of(type));
  }

  private static Object newInstanceOf(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " must be a record without members", e);
    }
  }

  public boolean knows(String type) {
    return readers.containsKey(type);
  }

  /**
   * @return the event, or the {@code Unrecognised} one for a type that is not known
   * @throws JacksonException when the data is not JSON of that type
   */
  public E read(String type, byte[] data) {
    var reader = readers.get(type);
    if (reader == null) {
      return unrecognised;
    }
    E event = reader.readValue(data);
    if (event == null) {
      throw new UnreadableData("the data is the JSON literal null, an object is expected");
    }
    return event;
  }

  public byte[] write(E event) {
    return writer.writeValueAsBytes(event);
  }

  /** The CloudEvents type of an event. */
  public String nameOf(E event) {
    var name = names.get(event.getClass());
    if (name == null) {
      throw new IllegalArgumentException(event.getClass().getName() + " is never sent");
    }
    return name;
  }

  /** Data that is JSON but not an event. */
  static final class UnreadableData extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableData(String reason) {
      super(reason);
    }
  }
}
