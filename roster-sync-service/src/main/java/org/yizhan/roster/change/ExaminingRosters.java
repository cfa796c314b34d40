package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.reference.ReferenceData;

/**
 * Examines the messages of a full roster (H12): a row by the rules of a change that joins, and by
 * what a row needs besides.
 */
public final class ExaminingRosters {

  private final MarkExamination marks;
  private final AnnouncementExamination announcements;
  private final PrivateTexts texts;

  public ExaminingRosters(ReferenceData reference, PrivateTexts texts) {
    this.marks = new MarkExamination(reference);
    this.announcements = new AnnouncementExamination(reference);
    this.texts = texts;
  }

  public sealed interface ExaminedRow {

    /**
     * @param person sealing costs, and a row that says nothing new needs none
     */
    record SoundRow(
        String personNumber,
        String category,
        Marking marking,
        Supplier<SealedPerson> person,
        List<FieldError> remarks)
        implements ExaminedRow {}

    /** Its change id is null when the row does not name its roster and its number. */
    record BrokenRow(Refused refusal) implements ExaminedRow {}
  }

  public ExaminedRow row(Desk desk, Received received, RosterRow said) {
    var findings = new Findings();
    AnnouncementExamination.rosterId(said.rosterId(), findings);
    if (said.row() == null || said.row() < 1) {
      findings.refuse(
          "row", said.row() == null ? null : said.row().toString(), "must be 1 or more");
    }
    if (!findings.isEmpty()) {
      return new ExaminedRow.BrokenRow(refusal(received, null, findings.errors()));
    }
    return switch (marks.examine(asChange(said), desk.agency(), received.receivedOn())) {
      case Broken broken -> {
        var number = broken.citizen() == null ? null : numberOf(broken.citizen().inClear());
        yield new ExaminedRow.BrokenRow(
            new Refused(received, broken.changeId(), number, broken.errors()));
      }
      case Sound sound -> soundRow((Statement.Mark) sound.statement(), sound.remarks());
    };
  }

  private ExaminedRow soundRow(Statement.Mark mark, List<FieldError> remarks) {
    var citizen = mark.head().citizen();
    var name = requireNonNull(mark.head().name());
    return new ExaminedRow.SoundRow(
        numberOf(citizen.inClear()),
        mark.category(),
        new Marking(
            mark.county(),
            mark.effectiveFrom(),
            mark.effectiveTo(),
            mark.basis(),
            mark.standardPercent()),
        () -> new SealedPerson(citizen.toString(), texts.seal(citizen.inClear()), texts.seal(name)),
        remarks);
  }

  private static RosterChange asChange(RosterRow said) {
    return new RosterChange(
        said.changeId(),
        "JOINED",
        said.idNumber(),
        said.name(),
        said.county(),
        said.category(),
        said.effectiveFrom(),
        said.effectiveTo(),
        said.basis(),
        said.standardPercent());
  }

  private String numberOf(String citizenId) {
    return PersonNumber.ofHash(texts.hash(citizenId));
  }

  public sealed interface ExaminedAnnouncement {
    record SoundAnnouncement(String rosterId, Announcement announcement)
        implements ExaminedAnnouncement {}

    record BrokenAnnouncement(Refused refusal) implements ExaminedAnnouncement {}
  }

  public ExaminedAnnouncement announcement(Desk desk, Received received, RosterAnnounced said) {
    var findings = new Findings();
    var announcement = announcements.announcement(said, desk.agency(), findings);
    return announcement == null
        ? new ExaminedAnnouncement.BrokenAnnouncement(
            refusal(received, HeadExamination.repeatable(said), findings.errors()))
        : new ExaminedAnnouncement.SoundAnnouncement(requireNonNull(said.rosterId()), announcement);
  }

  /** What is wrong with an announcement, before anything of its roster is taken. */
  public List<FieldError> errorsIn(RosterAnnounced said, Desk desk) {
    var findings = new Findings();
    announcements.announcement(said, desk.agency(), findings);
    return findings.errors();
  }

  private static Refused refusal(
      Received received, @Nullable String changeId, List<FieldError> errors) {
    return new Refused(received, changeId, null, errors);
  }
}
