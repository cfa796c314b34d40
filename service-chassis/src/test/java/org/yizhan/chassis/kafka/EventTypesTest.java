package org.yizhan.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.kafka.Said.WordSaid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class EventTypesTest {

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final EventTypes<Said> events = EventTypes.of(Said.class, mapper);

  @Test
  void writesAndReadsAnEventByItsTypeName() {
    var event = new WordSaid("谢谢", 3);
    assertThat(events.nameOf(event)).isEqualTo("word-said.v1");
    assertThat(events.knows("word-said.v1")).isTrue();
    assertThat(events.read("word-said.v1", events.write(event))).isEqualTo(event);
  }

  @Test
  void aTypeThatIsNotKnownIsReadAsUnrecognisedWhateverItsData() {
    assertThat(events.knows("word-said.v2")).isFalse();
    assertThat(events.read("word-said.v2", "not json".getBytes(UTF_8)))
        .isEqualTo(new Said.Unrecognised());
  }

  @Test
  void unrecognisedIsNeverSent() {
    assertThatThrownBy(() -> events.nameOf(new Said.Unrecognised()))
        .hasMessageContaining("never sent");
  }

  @Test
  void dataOfAnotherShapeIsRefused() {
    for (var data : new String[] {"", "{", "[]", "{\"number\":\"x\"}", "null"}) {
      assertThatThrownBy(() -> events.read("word-said.v1", data.getBytes(UTF_8)))
          .as(data)
          .isInstanceOfAny(JacksonException.class, EventTypes.UnreadableData.class);
    }
  }

  @Test
  void anInterfaceThatCannotBeReadSafelyIsRefusedAtOnce() {
    assertThatThrownBy(() -> EventTypes.of(Nameless.class, mapper))
        .hasMessageContaining("@JsonTypeName");
    assertThatThrownBy(() -> EventTypes.of(Closed.class, mapper))
        .hasMessageContaining("Unrecognised");
    assertThatThrownBy(() -> EventTypes.of(Runnable.class, mapper)).hasMessageContaining("sealed");
  }

  sealed interface Nameless {
    record Something() implements Nameless {}
  }

  sealed interface Closed {
    @JsonTypeName("something.v1")
    record Something() implements Closed {}
  }
}
