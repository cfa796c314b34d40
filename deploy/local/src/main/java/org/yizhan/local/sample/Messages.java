package org.yizhan.local.sample;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.local.sample.SampleData.Person;

/** The sample as the messages that operators and agencies would publish. */
final class Messages {

  /**
   * @param id also the changeId of an agency's message
   * @param key never a citizen ID
   */
  record Message(String topic, String key, String id, String source, Object body) {

    String type() {
      return Objects.requireNonNull(body.getClass().getAnnotation(JsonTypeName.class)).value();
    }
  }

  private Messages() {}

  static List<Message> aboutTheWorld(SampleData data) {
    var messages = new ArrayList<Message>();
    for (var hospital : data.hospitals()) {
      var code = Objects.requireNonNull(hospital.hospitalCode());
      messages.add(
          new Message(Topics.HOSPITALS, code, "sample-" + code, "/sample/operator", hospital));
    }
    return messages;
  }

  static List<Message> aboutPersons(SampleData data) {
    return data.persons().stream().flatMap(person -> about(person).stream()).toList();
  }

  private static List<Message> about(Person person) {
    var messages = new ArrayList<Message>();
    messages.add(message(Topics.ENROLMENT_CHANGES, person, enrolment(person)));
    for (var mark : person.marks()) {
      messages.add(
          message(Topics.ROSTER_CHANGES_PREFIX + mark.agency(), person, change(person, mark)));
    }
    for (var filing : person.filings()) {
      var id = "sample-" + person.label() + "-filing-" + filing.destination();
      var body =
          new OffSiteFilingChanged(
              id, person.idNumber(), filing.from(), filing.to(), filing.destination());
      messages.add(message(Topics.FILING_CHANGES, person, body));
    }
    return messages;
  }

  private static Message message(String topic, Person person, AgencyMessage body) {
    return new Message(
        topic, person.label(), Objects.requireNonNull(body.changeId()), "/sample/" + topic, body);
  }

  private static EnrolmentChanged enrolment(Person person) {
    var enrolment = person.enrolment();
    return new EnrolmentChanged(
        "sample-" + person.label() + "-enrolment",
        person.idNumber(),
        person.name(),
        enrolment.city(),
        enrolment.county(),
        enrolment.scheme(),
        enrolment.status(),
        enrolment.from(),
        null);
  }

  private static RosterChange change(Person person, SampleData.Mark mark) {
    return new RosterChange(
        "sample-" + person.label() + "-" + mark.category(),
        "JOINED",
        person.idNumber(),
        person.name(),
        mark.county(),
        mark.category(),
        mark.from(),
        null,
        mark.basis(),
        null);
  }
}
