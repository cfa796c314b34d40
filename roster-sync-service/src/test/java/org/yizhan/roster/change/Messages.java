package org.yizhan.roster.change;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/** Good messages with one member changed: {@code mark().with("county", "999999")}. */
final class Messages {

  static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2020-03-01T09:00:00+08:00");

  private final String type;
  private final Map<String, String> members = new HashMap<>();

  private Messages(String type) {
    this.type = type;
    members.put("changeId", "C1");
    members.put("idNumber", Ids.BORN_1980);
    members.put("name", "张三丰");
  }

  static Messages enrolment() {
    return new Messages(Desk.ENROLMENT)
        .with("city", "441600")
        .with("county", "441602")
        .with("scheme", "RESIDENT")
        .with("from", "2019-01-01");
  }

  static Messages filing() {
    return new Messages(Desk.FILING).with("from", "2019-10-01").with("destination", "440100");
  }

  static Messages mark() {
    return new Messages(Desk.ROSTER)
        .with("kind", "JOINED")
        .with("county", "441602")
        .with("category", "DIBAO")
        .with("effectiveFrom", "2019-07-01")
        .with("basis", "河民字〔2019〕12号");
  }

  /** A veteran's mark, for desk {@code veterans-affairs}. */
  static Messages veteran() {
    return mark()
        .with("county", "330302")
        .with("category", "SICK_RETURNED")
        .with("effectiveFrom", "2019-11-01");
  }

  Messages with(String member, String value) {
    members.put(member, value);
    return this;
  }

  AgencyMessage message() {
    return switch (type) {
      case Desk.ENROLMENT ->
          new EnrolmentChanged(
              m("changeId"),
              m("idNumber"),
              m("name"),
              m("city"),
              m("county"),
              m("scheme"),
              m("status"),
              m("from"),
              m("to"));
      case Desk.FILING ->
          new OffSiteFilingChanged(
              m("changeId"), m("idNumber"), m("from"), m("to"), m("destination"));
      default ->
          new RosterChange(
              m("changeId"),
              m("kind"),
              m("idNumber"),
              m("name"),
              m("county"),
              m("category"),
              m("effectiveFrom"),
              m("effectiveTo"),
              m("basis"),
              m("standardPercent") == null ? null : new BigDecimal(m("standardPercent")));
    };
  }

  Received received() {
    return receivedAt("anything", 0);
  }

  Received receivedAt(String topic, long offset) {
    return new Received(new Source(topic, 0, offset), "T1", type, RECEIVED, message());
  }

  private String m(String member) {
    return members.get(member);
  }
}
