package org.yizhan.contracts.agency;

/** What agencies hear, on topic {@code roster.feedback}. */
public sealed interface AgencyAnswer permits RosterFeedback, AgencyAnswer.Unrecognised {

  /** An answer of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements AgencyAnswer {}
}
