package org.yizhan.roster.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.agency.AgencyMessage.Unrecognised;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.reference.ReferenceData;

/** Examines one message by the rules of its type, on the desk where it was handed in. */
final class Examining {

  private final EnrolmentExamination enrolments;
  private final MarkExamination marks;
  private final FilingExamination filings;
  private final MergeExamination merges;

  Examining(ReferenceData reference, PrivateTexts texts) {
    this.enrolments = new EnrolmentExamination(reference);
    this.marks = new MarkExamination(reference);
    this.filings = new FilingExamination();
    this.merges = new MergeExamination(texts);
  }

  Examined examine(Desk desk, Received received) {
    var message = received.message();
    if (message instanceof Unrecognised || !desk.types().contains(received.type())) {
      return wrongType(desk, received.type(), HeadExamination.repeatable(message));
    }
    return switch (message) {
      case EnrolmentChanged said -> enrolments.examine(said, received.receivedOn());
      case RosterChange said -> marks.examine(said, desk.agency(), received.receivedOn());
      case OffSiteFilingChanged said -> filings.examine(said, received.receivedOn());
      case PersonsMerged said -> merges.examine(said, received.receivedOn());
      case RosterRow _, RosterAnnounced _, Unrecognised _ -> wrongType(desk, received.type(), null);
    };
  }

  private static Broken wrongType(Desk desk, String type, @Nullable String changeId) {
    var rule = "must be " + String.join(" or ", desk.types()) + " on topic " + desk.topic();
    return new Broken(changeId, null, List.of(new FieldError("type", Findings.shown(type), rule)));
  }
}
