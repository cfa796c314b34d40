package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.change.Merging.Verdict.ComesRound;
import org.yizhan.roster.change.Merging.Verdict.GivenUp;
import org.yizhan.roster.change.Merging.Verdict.GivenUpBefore;
import org.yizhan.roster.reference.ReferenceData;

/**
 * Examines a batch of messages of one desk, keeps what is accepted and says what is passed on (H11,
 * W4). A message that comes again is passed on again with the same bytes, so that its sender is
 * answered again.
 */
public final class ReceivingChanges {

  static final String USED_BEFORE = "changeId was used before with other content";

  private final Examining examining;
  private final AcceptedChanges accepted;
  private final Merging merging;
  private final PrivateTexts texts;

  public ReceivingChanges(
      ReferenceData reference, AcceptedChanges accepted, Merges merges, PrivateTexts texts) {
    this.examining = new Examining(reference, texts);
    this.accepted = accepted;
    this.merging = new Merging(merges);
    this.texts = texts;
  }

  /** One answer for each message, in their order. */
  public List<Answer> receive(Desk desk, List<Received> messages) {
    var examined = messages.stream().map(message -> examined(desk, message)).toList();
    var kept = accepted.keepFirst(firstOfEachKey(examined).values());
    return examined.stream().map(one -> answer(one, kept)).toList();
  }

  /**
   * @param offered null when the message is refused as it stands
   */
  private record Case(Received received, Examined examined, @Nullable AcceptedChange offered) {}

  private Case examined(Desk desk, Received received) {
    var examined = examining.examine(desk, received);
    var offered = examined instanceof Sound sound ? offerOf(desk, received, sound) : null;
    return new Case(received, examined, offered);
  }

  private AcceptedChange offerOf(Desk desk, Received received, Sound sound) {
    var head = sound.statement().head();
    return new AcceptedChange(
        new ChangeKey(desk.agency(), head.changeId()),
        Fingerprint.of(sound.statement(), texts),
        numberOf(head.citizen()),
        texts.seal(head.citizen().inClear()),
        head.name() == null ? null : texts.seal(head.name()),
        received.receivedAt(),
        sound.remarks());
  }

  private String numberOf(CitizenId citizen) {
    return PersonNumber.ofHash(texts.hash(citizen.inClear()));
  }

  private static Map<ChangeKey, AcceptedChange> firstOfEachKey(List<Case> cases) {
    var first = new LinkedHashMap<ChangeKey, AcceptedChange>();
    for (var one : cases) {
      if (one.offered() != null) {
        first.putIfAbsent(one.offered().key(), one.offered());
      }
    }
    return first;
  }

  private Answer answer(Case one, Map<ChangeKey, AcceptedChange> kept) {
    return switch (one.examined()) {
      case Broken broken -> {
        var citizen = broken.citizen();
        var number = citizen == null ? null : numberOf(citizen);
        yield new Refused(one.received(), broken.changeId(), number, broken.errors());
      }
      case Sound sound -> {
        var offered = requireNonNull(one.offered());
        yield answer(
            one.received(), sound.statement(), offered, requireNonNull(kept.get(offered.key())));
      }
    };
  }

  private Answer answer(
      Received received, Statement statement, AcceptedChange offered, AcceptedChange kept) {
    var changeId = kept.key().changeId();
    if (!kept.fingerprint().equals(offered.fingerprint())) {
      var error = new FieldError("changeId", Findings.shown(changeId), USED_BEFORE);
      return new Refused(received, changeId, offered.personNumber(), List.of(error));
    }
    // The source is this message's own, so that each message is answered; all else is as first
    // kept.
    var origin =
        new Origin(
            changeId,
            kept.key().agency(),
            received.source(),
            kept.personNumber(),
            statement.head().citizen().toString(),
            kept.sealedId(),
            kept.sealedName(),
            kept.receivedAt(),
            kept.remarks());
    return statement instanceof Statement.Merge merge
        ? answer(received, merge, origin)
        : new Passed(received, statement.reportedBy(origin));
  }

  /** Its change id is used up also when it is refused: the verdict will never be another. */
  private Answer answer(Received received, Statement.Merge merge, Origin origin) {
    var key = new ChangeKey(origin.agency(), origin.changeId());
    return switch (merging.verdictOn(new Merge(key, origin.personNumber(), merge.into()))) {
      case GivenUp(var into) ->
          new Passed(
              received, new Statement.Merge(merge.head(), into, merge.basis()).reportedBy(origin));
      case GivenUpBefore(var into) ->
          refused(
              received,
              origin,
              new FieldError(
                  "duplicateIdNumber", origin.maskedId(), "was merged before, into " + into));
      case ComesRound() ->
          refused(
              received,
              origin,
              new FieldError(
                  "idNumber",
                  merge.into().maskedId(),
                  "was itself merged before, into duplicateIdNumber"));
    };
  }

  private static Refused refused(Received received, Origin origin, FieldError error) {
    return new Refused(received, origin.changeId(), origin.personNumber(), List.of(error));
  }
}
