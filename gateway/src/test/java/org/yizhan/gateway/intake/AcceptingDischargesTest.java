package org.yizhan.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.gateway.Bodies;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.form.Person;
import org.yizhan.gateway.intake.Identities.Identification;
import org.yizhan.gateway.intake.PreparingCommands.Stamp;

class AcceptingDischargesTest {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Problem REFUSAL =
      Problem.of(422, "not-enrolled", "Not enrolled", "Not enrolled.");

  private final List<SettleDischarge> sent = new ArrayList<>();
  private final Map<UUID, PendingSettlement> remembered = new HashMap<>();
  private WaitingRoom waitingRoom = new WaitingRoom(2);
  private Identification identification = new Identification.Known(Bodies.PERSON, 3);
  private Consumer<SettleDischarge> whenSent = command -> {};

  @Test
  @DisplayName("H1: the caller gets the settlement as it was published")
  void theCallerGetsWhatWasSettled() {
    var settled = new Answer.Decided("SETTLED", new byte[] {1});
    whenSent = command -> waitingRoom.decided(command.settlementId().toString(), settled);

    assertThat(accept(byNumber(null), PATIENT)).isEqualTo(settled);
    assertThat(remembered).isEmpty();
  }

  @Test
  void aRefusalAnswersOnlyTheCommandItRefuses() {
    whenSent =
        command -> {
          waitingRoom.refused(
              command.settlementId().toString(),
              UUID.randomUUID(),
              new Answer.Refused(Problem.of(409, "other", "", "")));
          waitingRoom.refused(
              command.settlementId().toString(), command.commandId(), new Answer.Refused(REFUSAL));
        };

    assertThat(accept(byNumber(null), PATIENT)).isEqualTo(new Answer.Refused(REFUSAL));
  }

  @Test
  void whenPatienceEndsTheSettlementIsRememberedAndPending() {
    var answer = accept(byNumber(null), AT_ONCE);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Pending.class,
            pending ->
                assertThat(remembered)
                    .containsEntry(
                        sent.getFirst().settlementId(), pending.settlement().orElseThrow()));
  }

  @Test
  void everyRequestHasItsOwnCommandAndTheSameBodyTheSameSettlement() {
    accept(byNumber(null), AT_ONCE);
    accept(byNumber(7L), AT_ONCE);
    accept(byId(null), AT_ONCE);

    assertThat(sent).extracting(SettleDischarge::commandId).doesNotHaveDuplicates();
    assertThat(sent)
        .extracting(SettleDischarge::settlementId)
        .containsOnly(sent.getFirst().settlementId());
    assertThat(sent).extracting(SettleDischarge::eligibilityVersion).containsExactly(null, 7L, 3L);
  }

  @Test
  void aStatedVersionCountsMoreThanTheOneOfTheLookUp() {
    accept(byId(9L), AT_ONCE);

    assertThat(sent).extracting(SettleDischarge::eligibilityVersion).containsExactly(9L);
  }

  @Test
  void anUnknownPersonIsRefusedAndNothingIsSent() {
    identification =
        new Identification.Unknown(Problem.of(404, "unknown-person", "Unknown person", "Unknown."));

    assertThat(accept(byId(null), PATIENT)).isInstanceOf(Answer.Refused.class);
    assertThat(sent).isEmpty();
  }

  @Test
  void aFullRoomTakesNobodyAndSendsNothing() {
    waitingRoom.enter(UUID.randomUUID(), UUID.randomUUID());
    waitingRoom.enter(UUID.randomUUID(), UUID.randomUUID());

    assertThat(accept(byNumber(null), PATIENT)).isInstanceOf(Answer.Crowded.class);
    assertThat(sent).isEmpty();
  }

  @Test
  void aPlaceIsLeftWhateverHappens() {
    whenSent =
        command -> {
          throw new IllegalStateException("the log does not answer");
        };
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> accept(byNumber(null), PATIENT))
          .hasMessage("the log does not answer");
    }
    assertThat(waitingRoom.isAwaited(sent.getFirst().settlementId().toString())).isFalse();
  }

  @Test
  void allWhoWaitForASettlementGetItAndWhoLeftIsForgotten() {
    var id = UUID.randomUUID();
    var settled = new Answer.Decided("SETTLED", new byte[] {1});
    try (var one = waitingRoom.enter(id, UUID.randomUUID()).orElseThrow();
        var other = waitingRoom.enter(id, UUID.randomUUID()).orElseThrow()) {
      waitingRoom.decided(id.toString(), settled);

      assertThat(one.within(PATIENT)).contains(settled);
      assertThat(other.within(PATIENT)).contains(settled);
      assertThat(waitingRoom.isAwaited(id.toString())).isTrue();
    }
    assertThat(waitingRoom.isAwaited(id.toString())).isFalse();
  }

  private Answer accept(Discharge discharge, Duration patience) {
    var preparing =
        new PreparingCommands(
            id -> identification,
            () -> new Stamp(UUID.randomUUID(), OffsetDateTime.parse("2026-11-22T11:00:00+08:00")));
    CareCommands commands =
        (command, subject, traceparent) -> {
          var settle = (SettleDischarge) command;
          sent.add(settle);
          whenSent.accept(settle);
        };
    return new AcceptingDischarges(
            preparing, new Asking(commands, waitingRoom), new RememberedInMemory())
        .accept(discharge, patience, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private final class RememberedInMemory implements PendingSettlements {
    @Override
    public void remember(PendingSettlement pending) {
      remembered.putIfAbsent(pending.settlementId(), pending);
    }

    @Override
    public Optional<PendingSettlement> find(UUID settlementId) {
      return Optional.ofNullable(remembered.get(settlementId));
    }
  }

  private static Discharge byNumber(Long version) {
    return discharge(new Person.ByNumber(Bodies.PERSON), version);
  }

  private static Discharge byId(Long version) {
    return discharge(
        new Person.ByCitizenId(CitizenId.parse(Bodies.ID_NUMBER).orElseThrow()), version);
  }

  private static Discharge discharge(Person person, Long version) {
    var bill = new Bill(Money.of("10.00"), Money.ZERO, Money.ZERO, Money.ZERO, Money.of("10.00"));
    return new Discharge(
        "H44160200001",
        "ZY1",
        person,
        LocalDate.of(2019, 11, 1),
        LocalDate.of(2019, 11, 15),
        null,
        bill,
        version,
        null);
  }
}
