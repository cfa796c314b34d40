package org.yizhan.gateway.kafka;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRepeated;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.CareAnswer.RecoveryAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementRefused;
import org.yizhan.contracts.settlement.CareAnswer.SettlementRepeated;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.gateway.intake.Answer.Decided;
import org.yizhan.gateway.intake.Answer.Refused;
import org.yizhan.gateway.intake.WaitingRoom;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings records to whoever waits for them. The subject of a record is what its caller waits for,
 * on both topics, so most records are passed over without a look at their data; of a settlement
 * only the place of its bytes is sought.
 */
final class AnswerReader {

  private static final Logger log = LoggerFactory.getLogger(AnswerReader.class);

  private static final String SETTLED = nameOf(ClaimSettled.class);
  private static final String REPEATED = nameOf(SettlementRepeated.class);
  private static final String REFUSED = nameOf(DischargeRefused.class);
  private static final String REVISED = nameOf(ClaimsRevised.class);
  private static final String REIMBURSED = nameOf(ClaimsReimbursed.class);

  private final WaitingRoom waitingRoom;
  private final EventTypes<CareAnswer> answers;
  private final EventTypes<SettlementEvent> facts;
  private final JsonMapper mapper;

  AnswerReader(WaitingRoom waitingRoom, JsonMapper mapper) {
    this.waitingRoom = waitingRoom;
    this.answers = EventTypes.of(CareAnswer.class, mapper);
    this.facts = EventTypes.of(SettlementEvent.class, mapper);
    this.mapper = mapper;
  }

  private static String nameOf(Class<?> event) {
    return event.getAnnotation(JsonTypeName.class).value();
  }

  void read(ConsumerRecord<String, byte[]> message) {
    var subject = header(message.headers(), "ce_subject");
    if (subject == null || message.value() == null || !waitingRoom.isAwaited(subject)) {
      return;
    }
    try {
      answer(subject, String.valueOf(header(message.headers(), "ce_type")), message.value());
    } catch (JacksonException | IllegalArgumentException unreadable) {
      // The caller gets 202 and asks again; no text of the exception, it may quote the data.
      log.warn(
          "answer {} at {}-{}:{} cannot be read",
          subject,
          message.topic(),
          message.partition(),
          message.offset());
    }
  }

  private void answer(String subject, String type, byte[] data) {
    if (type.equals(SETTLED) || type.equals(REPEATED)) {
      waitingRoom.decided(subject, settlementIn(data));
    } else if (type.equals(REVISED)) {
      cancelled(subject, (ClaimsRevised) facts.read(type, data));
    } else if (!type.equals(REIMBURSED)) { // its caller hears of the case instead
      answer(subject, answers.read(type, data));
    }
  }

  private void answer(String subject, CareAnswer answer) {
    switch (answer) {
      case DischargeRefused refused ->
          waitingRoom.refused(subject, refused.commandId(), new Refused(refused.problem()));
      case CancellationRefused refused ->
          waitingRoom.refused(
              subject, refused.commandId(), new Refused(refused.problem(), refused.later()));
      case CancellationRepeated repeated -> cancelled(subject, repeated.revised());
      case ReimbursementAnswered(var _, var reimbursement) ->
          waitingRoom.decided(
              subject,
              new Decided(reimbursement.state().name(), mapper.writeValueAsBytes(reimbursement)));
      case RecoveryAnswered(var _, var recovery) ->
          waitingRoom.decided(
              subject, new Decided(recovery.state().name(), mapper.writeValueAsBytes(recovery)));
      case ReimbursementRefused(var commandId, var problem) ->
          waitingRoom.refused(subject, commandId, new Refused(problem));
      case SettlementRepeated _, CareAnswer.Unrecognised _ -> {} // read above; not for callers
    }
  }

  private void cancelled(String subject, ClaimsRevised revised) {
    var view = CancelledView.of(revised);
    waitingRoom.decided(subject, new Decided(view.status().name(), mapper.writeValueAsBytes(view)));
  }

  /** The bytes of the member {@code settlement}, exactly as they were published, and its status. */
  Decided settlementIn(byte[] data) {
    try (var parser = mapper.createParser(data)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("settlement")) {
          int from = (int) parser.currentTokenLocation().getByteOffset();
          var status = statusIn(parser);
          int to = (int) parser.currentLocation().getByteOffset();
          return new Decided(status, Arrays.copyOfRange(data, from, to));
        }
        parser.skipChildren();
      }
    }
    throw new IllegalArgumentException("no member settlement");
  }

  /** Reads on to the end of the object. */
  private static String statusIn(JsonParser parser) {
    var status = "UNKNOWN";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("status")) {
        status = parser.getString();
      }
      parser.skipChildren();
    }
    return status;
  }

  private static @Nullable String header(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
