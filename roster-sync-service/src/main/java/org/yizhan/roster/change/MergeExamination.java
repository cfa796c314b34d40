package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.change.Statement.Head;

/** The rules of {@code persons-merged.v1} that the message alone can break (H11, H12). */
final class MergeExamination {

  private final PrivateTexts texts;

  MergeExamination(PrivateTexts texts) {
    this.texts = texts;
  }

  Examined examine(PersonsMerged said, LocalDate receivedOn) {
    var findings = new Findings();
    var head = new HeadExamination(findings);
    head.changeId(said);
    var stays = head.citizen(said.idNumber());
    var given = head.citizen("duplicateIdNumber", said.duplicateIdNumber());
    if (given != null && stays != null && given.equals(stays)) {
      findings.refuse("duplicateIdNumber", given.toString(), "must be another one than idNumber");
    }
    basis(said, receivedOn, findings);
    if (!findings.isEmpty()) {
      return new Broken(HeadExamination.repeatable(said), given, findings.errors());
    }
    return new Sound(
        new Statement.Merge(
            new Head(requireNonNull(said.changeId()), requireNonNull(given), null),
            identityOf(requireNonNull(stays)),
            requireNonNull(said.basis())),
        List.of());
  }

  private Identity identityOf(CitizenId citizen) {
    return new Identity(
        PersonNumber.ofHash(texts.hash(citizen.inClear())),
        citizen.toString(),
        texts.seal(citizen.inClear()));
  }

  /** Who gives up somebody's number must say why. */
  private static void basis(PersonsMerged said, LocalDate receivedOn, Findings findings) {
    var basis = findings.required("basis", said.basis());
    if (basis == null) {
      return;
    }
    if (basis.length() > MarkExamination.BASIS_MAX) {
      findings.refuse(
          "basis", basis, "must have at most " + MarkExamination.BASIS_MAX + " characters");
    }
    if (CitizenId.standsIn(basis, receivedOn.minusYears(1)) || holdsOwn(basis, said)) {
      findings.refuse("basis", basis, Findings.NO_CITIZEN_ID);
    }
  }

  private static boolean holdsOwn(String basis, PersonsMerged said) {
    return Stream.of(said.idNumber(), said.duplicateIdNumber())
        .anyMatch(id -> HeadExamination.holds(basis, id));
  }
}
