package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.change.Statement.Filing;
import org.yizhan.roster.change.Statement.Head;

/** The rules of {@code off-site-filing-changed.v1} (H2). */
final class FilingExamination {

  /** A designated hospital anywhere in the country, or a division: neither list is ours to know. */
  private static final Pattern DESTINATION = Pattern.compile("H[0-9]{11}|[0-9]{6}");

  Examined examine(OffSiteFilingChanged said, LocalDate receivedOn) {
    var findings = new Findings();
    var head = new HeadExamination(findings);
    head.changeId(said);
    var citizen = head.citizen(said.idNumber());
    var from = findings.requiredDate("from", said.from());
    var to = findings.optionalDate("to", said.to());
    findings.refuseIfEndsBeforeItStarts("to", from, to);
    var destination = findings.required("destination", said.destination());
    if (destination != null && !DESTINATION.matcher(destination).matches()) {
      findings.refuse(
          "destination",
          destination,
          "must be a hospital code (H, 6 digits of its division, 5 digits) or a division code of 6"
              + " digits");
    }
    if (!findings.isEmpty()) {
      return new Broken(HeadExamination.repeatable(said), citizen, findings.errors());
    }
    var about = new Head(requireNonNull(said.changeId()), requireNonNull(citizen), null);
    var filing = new Filing(about, requireNonNull(from), to, requireNonNull(destination));
    var remarks = Plausibility.farFuture("from", filing.from(), receivedOn);
    return new Sound(filing, remarks.map(List::of).orElse(List.of()));
  }
}
