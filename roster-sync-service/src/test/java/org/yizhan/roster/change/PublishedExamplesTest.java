package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.ExaminingRosters.ExaminedRow.SoundRow;
import org.yizhan.roster.reference.ReferenceData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every example that docs/asyncapi.yaml gives an agency to copy, handed in at its own desk. */
class PublishedExamplesTest {

  private static final JsonNode CONTRACT =
      new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile());
  private static final EventTypes<AgencyMessage> TYPES =
      EventTypes.of(AgencyMessage.class, JsonMapper.builder().build());
  private static final List<Desk> DESKS = Desk.ALL;

  private final ReceivingChanges receiving =
      new ReceivingChanges(
          ReferenceData.load(),
          new AcceptedChangesInMemory(),
          new MergesInMemory(),
          new PlainTexts());

  @ParameterizedTest
  @DisplayName("H11, W4: an agency that copies an example is accepted, without a remark")
  @FieldSource("DESKS")
  void accepted(Desk desk) {
    var examples = examplesAt(desk);
    var changes = examples.stream().filter(one -> desk.types().contains(one.type())).toList();
    assertThat(changes).hasSizeGreaterThanOrEqualTo(2);
    assertThat(receiving.receive(desk, changes))
        .allSatisfy(
            answer -> {
              assertThat(answer).isInstanceOf(Passed.class);
              assertThat(((Passed) answer).event().origin().remarks()).isEmpty();
            });
  }

  @ParameterizedTest
  @DisplayName("H12: an agency that copies the example of a roster is accepted, and it closes")
  @ValueSource(
      strings = {"civil-affairs", "poverty-relief", "disabled-persons", "veterans-affairs"})
  void rosters(String agency) {
    var desk = Desk.at("roster.changes." + agency);
    var rosters = new ExaminingRosters(ReferenceData.load(), new PlainTexts());
    var rows = messages(desk, RosterRow.class);
    assertThat(rows).hasSize(1);
    var sound = (SoundRow) rosters.row(desk, examplesAt(desk).getFirst(), rows.getFirst());
    assertThat(sound.remarks()).isEmpty();
    var announced = messages(desk, RosterAnnounced.class).getFirst();
    assertThat(rosters.errorsIn(announced, desk)).isEmpty();
    assertThat(announced.rows()).isEqualTo(rows.size());
    assertThat(announced.checksum()).isEqualTo(Long.toHexString(rows.getFirst().checksum()));
  }

  private static <T> List<T> messages(Desk desk, Class<T> type) {
    return examplesAt(desk).stream()
        .map(Received::message)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void anotherAgencysExampleIsRefused() {
    var poverty = examplesAt(Desk.at("roster.changes.poverty-relief"));
    assertThat(receiving.receive(Desk.at("roster.changes.civil-affairs"), poverty))
        .isNotEmpty()
        .allMatch(Refused.class::isInstance);
  }

  private static List<Received> examplesAt(Desk desk) {
    var received = new ArrayList<Received>();
    for (var message : messagesOf(desk.topic())) {
      for (var example : message.path("examples")) {
        var type = example.path("headers").path("ce_type").asString();
        var data = example.path("payload").toString().getBytes(StandardCharsets.UTF_8);
        var source = new Source(desk.topic(), 0, received.size());
        received.add(new Received(source, "T1", type, Messages.RECEIVED, TYPES.read(type, data)));
      }
    }
    return received;
  }

  private static List<JsonNode> messagesOf(String topic) {
    var messages = new ArrayList<JsonNode>();
    for (var channel : CONTRACT.path("channels")) {
      if (channel.path("address").asString().equals(topic)) {
        channel
            .path("messages")
            .forEach(one -> messages.add(CONTRACT.at(one.path("$ref").asString().substring(1))));
      }
    }
    return messages;
  }
}
