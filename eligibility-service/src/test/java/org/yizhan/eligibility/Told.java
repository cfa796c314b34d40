package org.yizhan.eligibility;

import static org.yizhan.testing.RunningApplication.CIPHER_KEY;
import static org.yizhan.testing.RunningApplication.HASH_KEY;

import org.yizhan.chassis.privacy.SensitiveTexts;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What roster-sync says of citizens, each statement from a place of its own on a topic. */
final class Told {

  static final SensitiveTexts TEXTS = new SensitiveTexts(HASH_KEY, CIPHER_KEY);

  private static final JsonMapper JSON = new JsonMapper();

  private long offset;

  /** An event with its origin; the rest is the caller's. */
  ObjectNode event(
      String citizen, String changeId, String agency, String topic, String name, String at) {
    var event = JSON.createObjectNode();
    var origin = event.putObject("origin");
    origin.put("changeId", changeId).put("agency", agency).put("personNumber", numberOf(citizen));
    origin.putObject("source").put("topic", topic).put("partition", 0).put("offset", offset++);
    origin
        .put("maskedId", CitizenId.mask(citizen))
        .put("sealedId", TEXTS.seal(citizen))
        .put("sealedName", name == null ? null : TEXTS.seal(name));
    origin.put("receivedAt", at).putArray("remarks");
    return event;
  }

  ObjectNode enrolment(String citizen, String changeId, String name) {
    var event =
        event(
            citizen,
            changeId,
            "medical-insurance",
            "enrolment.changes",
            name,
            "2020-01-01T08:00:00.123+08:00");
    event.put("city", "441600").put("county", "441602").put("scheme", "RESIDENT").putNull("status");
    return event.put("from", "2019-01-01").putNull("to");
  }

  /** With the check character. */
  static String id(String digits) {
    return digits + CitizenId.checkCharacterOf(digits);
  }

  static String numberOf(String citizen) {
    return PersonNumber.ofHash(TEXTS.hash(citizen));
  }
}
