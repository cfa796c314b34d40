package org.yizhan.roster.change;

import java.util.List;
import java.util.stream.Stream;
import org.yizhan.contracts.Topics;

/**
 * Where one agency hands in one kind of message. The topic, not the message, says who speaks: only
 * that agency may write to it.
 *
 * @param agency who answers for what comes in here; change ids are unique per agency
 * @param type the CloudEvents type of the changes that are expected here; see also {@link #types}
 */
public record Desk(String topic, String agency, String type) {

  /** Who reports enrolments and off-site filings. */
  public static final String MEDICAL_INSURANCE = "medical-insurance";

  public static final String VETERANS_AFFAIRS = "veterans-affairs";

  public static final String ENROLMENT = "enrolment-changed.v1";
  public static final String MERGE = "persons-merged.v1";
  public static final String FILING = "off-site-filing-changed.v1";
  public static final String ROSTER = "roster-change.v1";

  public static final List<Desk> ALL =
      Stream.concat(
              Stream.of(
                  new Desk(Topics.ENROLMENT_CHANGES, MEDICAL_INSURANCE, ENROLMENT),
                  new Desk(Topics.FILING_CHANGES, MEDICAL_INSURANCE, FILING)),
              Topics.MARKING_AGENCIES.stream()
                  .map(agency -> new Desk(Topics.ROSTER_CHANGES_PREFIX + agency, agency, ROSTER)))
          .toList();

  /** All types of single changes here: who enrols people also says that two of them are one. */
  List<String> types() {
    return type.equals(ENROLMENT) ? List.of(ENROLMENT, MERGE) : List.of(type);
  }

  /** Only agencies that confirm marks hand in full rosters. */
  public boolean takesRosters() {
    return type.equals(ROSTER);
  }

  /**
   * @throws IllegalArgumentException when no agency hands in anything there
   */
  public static Desk at(String topic) {
    return ALL.stream()
        .filter(desk -> desk.topic().equals(topic))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no desk at topic " + topic));
  }
}
