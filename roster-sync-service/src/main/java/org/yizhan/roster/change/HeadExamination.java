package org.yizhan.roster.change;

import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;

/** The members that every message has: which change it is, and about whom. */
final class HeadExamination {

  static final int CHANGE_ID_MAX = 100;
  static final int NAME_MAX = 100;
  private static final int ID_LENGTH_MIN = 15;

  private final Findings findings;

  HeadExamination(Findings findings) {
    this.findings = findings;
  }

  void changeId(AgencyMessage said) {
    var stated = findings.required("changeId", said.changeId());
    if (stated != null && stated.length() > CHANGE_ID_MAX) {
      findings.refuse("changeId", stated, "must have at most " + CHANGE_ID_MAX + " characters");
    }
    if (stated != null && tellsTheId(stated, said)) {
      findings.refuse("changeId", stated, Findings.NO_CITIZEN_ID);
    }
  }

  @Nullable CitizenId citizen(@Nullable String value) {
    return citizen("idNumber", value);
  }

  @Nullable CitizenId citizen(String field, @Nullable String value) {
    var stated = findings.required(field, value);
    if (stated == null) {
      return null;
    }
    var broken = CitizenId.ruleBrokenBy(stated);
    // masked here: a value of another length than 18 is hidden as a whole
    broken.ifPresent(rule -> findings.refuse(field, CitizenId.mask(stated), rule));
    return CitizenId.parse(stated).orElse(null);
  }

  /** The name is personal: it is never shown, not even to its sender. */
  @Nullable String name(@Nullable String value) {
    var stated = Findings.stated(value);
    if (stated == null) {
      findings.refuseUnseen("name", Findings.MISSING);
    } else if (stated.length() > NAME_MAX) {
      findings.refuseUnseen("name", "must have at most " + NAME_MAX + " characters");
    }
    return stated;
  }

  /** The change id as an answer may repeat it. */
  static @Nullable String repeatable(AgencyMessage message) {
    var stated = Findings.stated(message.changeId());
    return stated == null || stated.length() > CHANGE_ID_MAX || tellsTheId(stated, message)
        ? null
        : stated;
  }

  /** Its own ID only: a number of division, date and counter may pass for somebody's. */
  private static boolean tellsTheId(String changeId, AgencyMessage message) {
    return holds(changeId, message.idNumber())
        || (message instanceof PersonsMerged merge && holds(changeId, merge.duplicateIdNumber()));
  }

  static boolean holds(String text, @Nullable String id) {
    return id != null && id.length() >= ID_LENGTH_MIN && text.contains(id);
  }
}
