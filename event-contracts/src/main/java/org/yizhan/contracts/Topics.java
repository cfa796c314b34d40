package org.yizhan.contracts;

import java.util.List;

/** The names of the topics; their partitions and retention are in {@code deploy/topics.yaml}. */
public final class Topics {

  public static final String CARE_COMMANDS = "care.commands";
  public static final String CARE_ANSWERS = "care.answers";
  public static final String SETTLEMENTS = "settlements";
  public static final String ROSTER = "roster";
  public static final String ELIGIBILITY = "eligibility";
  public static final String CALENDAR = "calendar";
  public static final String FUND_COMMANDS = "fund.commands";
  public static final String LEDGER = "ledger";
  public static final String HOSPITALS = "hospitals";
  public static final String OFF_SITE_FUNCTIONS = "off-site.functions";
  public static final String ENROLMENT_CHANGES = "enrolment.changes";
  public static final String FILING_CHANGES = "filing.changes";
  public static final String ROSTER_CHANGES_PREFIX = "roster.changes.";
  public static final String ROSTER_FEEDBACK = "roster.feedback";

  /** The agencies that confirm marks; each has its own topic {@code roster.changes.<agency>}. */
  public static final List<String> MARKING_AGENCIES =
      List.of("civil-affairs", "poverty-relief", "disabled-persons", "veterans-affairs");

  private Topics() {}
}
