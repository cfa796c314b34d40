package org.yizhan.eligibility.person;

import org.yizhan.contracts.roster.RosterEvent;

/** A change id is unique per agency. */
record ChangeKey(String agency, String changeId) {

  static ChangeKey of(RosterEvent event) {
    return new ChangeKey(event.origin().agency(), event.origin().changeId());
  }
}
