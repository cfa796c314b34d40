package org.yizhan.roster.kafka;

import java.util.List;
import java.util.Objects;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.roster.change.PrivateTexts;
import org.yizhan.roster.upload.UploadingRosters;

/** Rows are keyed by person number, so that what is said of one person keeps its order. */
public final class KafkaRosterLog implements UploadingRosters.Log {

  private final Publisher publisher;
  private final EventTypes<AgencyMessage> types;
  private final PrivateTexts texts;

  public KafkaRosterLog(Publisher publisher, EventTypes<AgencyMessage> types, PrivateTexts texts) {
    this.publisher = publisher;
    this.types = types;
    this.texts = texts;
  }

  @Override
  public void append(String agency, List<AgencyMessage> messages) {
    publisher.publish(messages.stream().map(message -> outbound(agency, message)).toList());
  }

  private Outbound outbound(String agency, AgencyMessage message) {
    var changeId = Objects.requireNonNull(message.changeId(), "rows of a file are numbered");
    return new Outbound(
        Topics.ROSTER_CHANGES_PREFIX + agency,
        keyOf(message, changeId),
        types.nameOf(message),
        DerivedId.of("roster-file", agency, changeId),
        changeId,
        null,
        types.write(message));
  }

  private String keyOf(AgencyMessage message, String changeId) {
    var id = message.idNumber();
    return id == null
        ? changeId
        : CitizenId.parse(id)
            .map(citizen -> PersonNumber.ofHash(texts.hash(citizen.inClear())))
            .orElse(changeId);
  }
}
