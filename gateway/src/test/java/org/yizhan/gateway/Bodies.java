package org.yizhan.gateway;

import java.util.UUID;
import org.yizhan.contracts.CitizenId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of discharges as test data; every one is the sound one, changed. */
public final class Bodies {

  public static final JsonMapper MAPPER = JsonMapper.builder().build();
  public static final String PERSON = "P0123456789ABCDEF";

  /** A city-level prefix is never issued, so no living person is hit. */
  public static final String ID_NUMBER = idNumber("44160019570301001");

  private Bodies() {}

  public static String idNumber(String seventeenDigits) {
    return seventeenDigits + CitizenId.checkCharacterOf(seventeenDigits);
  }

  public static ObjectNode sound(String encounterId) {
    return (ObjectNode)
        MAPPER.readTree(
            """
            { "hospitalCode": "H44160200001", "encounterId": "%s", "personNumber": "%s",
              "admissionDate": "2019-11-01", "dischargeDate": "2019-11-15", "diagnosis": "I63.900",
              "amounts": { "total": "50000.00", "fullSelfPay": "5000.00", "overLimit": "0.00",
                           "priorSelfPay": "3000.00", "inPolicy": "42000.00" },
              "somethingNew": { "is": "ignored" } }
            """
                .formatted(encounterId, PERSON));
  }

  public static ObjectNode admission() {
    return (ObjectNode)
        MAPPER.readTree(
            """
            { "hospitalCode": "H44160200001", "admissionDate": "2019-11-01", "document": "ID_CARD",
              "idNumber": "%s", "name": "测试某", "somethingNew": ["is ignored"] }
            """
                .formatted(ID_NUMBER));
  }

  public static ObjectNode sound() {
    return sound("ZY-" + UUID.randomUUID());
  }

  /**
   * @param json a JSON literal, {@code absent} removes the member; {@code amounts.total} names an
   *     inner one
   */
  public static ObjectNode with(ObjectNode body, String field, String json) {
    var target = field.startsWith("amounts.") ? (ObjectNode) body.get("amounts") : body;
    var name = field.substring(field.indexOf('.') + 1);
    if (json.equals("absent")) {
      target.remove(name);
    } else {
      target.set(name, MAPPER.readTree(json));
    }
    return body;
  }

  public static byte[] bytes(ObjectNode body) {
    return MAPPER.writeValueAsBytes(body);
  }
}
