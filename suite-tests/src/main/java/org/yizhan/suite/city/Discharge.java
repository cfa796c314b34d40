package org.yizhan.suite.city;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.Bill;

/**
 * A discharge as a hospital sends it.
 *
 * @param person the members that name the person and, if the hospital saw one, the eligibility
 *     version
 */
public record Discharge(
    String hospitalCode,
    String encounterId,
    Map<String, Object> person,
    String admissionDate,
    String dischargeDate,
    Bill amounts) {

  public Discharge {
    person = Map.copyOf(person);
  }

  /** By the citizen ID, as read from the card at the counter. */
  public static Map<String, Object> byId(Citizen citizen) {
    return Map.of("idNumber", citizen.idNumber());
  }

  /** By the person number that the hospital learnt at admission. */
  public static Map<String, Object> byNumber(String personNumber) {
    return Map.of("personNumber", personNumber);
  }

  /** A bill of which everything is in-policy but what is named. */
  public static Bill bill(
      String inPolicy, String fullSelfPay, String overLimit, String priorSelfPay) {
    var parts =
        new Bill(
            Money.ZERO,
            Money.of(fullSelfPay),
            Money.of(overLimit),
            Money.of(priorSelfPay),
            Money.of(inPolicy));
    return new Bill(
        parts.sumOfParts(),
        parts.fullSelfPay(),
        parts.overLimit(),
        parts.priorSelfPay(),
        parts.inPolicy());
  }

  /** The body of the request, members in the order of the documentation. */
  public Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("hospitalCode", hospitalCode);
    body.put("encounterId", encounterId);
    body.putAll(person);
    body.put("admissionDate", admissionDate);
    body.put("dischargeDate", dischargeDate);
    body.put("diagnosis", "I63.900");
    body.put("amounts", amounts);
    return body;
  }
}
