package org.yizhan.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refold;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.replay.Findings.Difference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Deciding again finds what was published otherwise than the rules say. */
class SettlementReplayTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
  private static final EventTypes<SettlementEvent> EVENTS =
      EventTypes.of(SettlementEvent.class, JSON);
  private static final Laws LAWS = Laws.of(LawUnits.FILES.load(LawUnits.SHIPPED, Optional.empty()));
  private static final Laws HALVED =
      LAWS.with(
          Map.of(
              "441600/assistance.yaml",
              String.valueOf(LAWS.parameters().files().get("441600/assistance.yaml"))
                  .replace("DIBAO: 0.80", "DIBAO: 0.50")));
  private static final LawBook BOOK = hash -> hash.equals(HALVED.hash()) ? HALVED : LAWS;
  private static final String CITY = "441600";
  private static final String HOSPITAL = "H44010600001";
  private static final OffsetDateTime THEN = OffsetDateTime.parse("2019-12-20T10:00:00+08:00");
  private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

  private final Findings findings = new Findings();
  private final PartitionLog log = new PartitionLog(findings);
  private final ReferenceHistory reference = new ReferenceHistory();
  private final SettlementReplay replay =
      new SettlementReplay(log, reference, BOOK, new EncounterHistory(), JSON, findings, true);
  private final Coverage coverage =
      new Coverage(
          "P1",
          "441600********0014",
          CITY,
          "441602",
          1,
          List.of(new Enrolment(Scheme.RESIDENT, null, SINCE, null, CITY, "441602")),
          List.of(new Mark("DIBAO", "441602", "civil-affairs", SINCE, null, "test", THEN, null)),
          List.of(new Filing(SINCE, null, HOSPITAL)));
  private long offset;

  @BeforeEach
  void theWorld() {
    reference.hear(
        said(THEN, new HospitalRegistered(HOSPITAL, "模拟医院", 3, "440106", "2019-01-01", null)));
    reference.hear(said(THEN, new OffSiteFunctionChanged(CITY, "OPEN", "opened", "2019-10-01")));
    log.coverage(said(THEN, new CoverageChanged(coverage)));
  }

  private <E> Inbound<E> said(OffsetDateTime at, E event, byte... data) {
    var place = new Place(new PartitionId("topic", "topic-id", 0), offset++);
    return new Inbound<>(place, "key", "type", "id", null, at, event, data);
  }

  private void publish(ClaimSettled event) {
    replay.hear(said(THEN.plusSeconds(1), event, EVENTS.write(event)));
  }

  private static SettleDischarge command(String encounter) {
    return new SettleDischarge(
        id("command", encounter),
        id("settlement", encounter),
        HOSPITAL,
        encounter,
        "P1",
        LocalDate.of(2019, 12, 1),
        LocalDate.of(2019, 12, 15),
        null,
        Discharge.bill("42000.00", "5000.00", "0.00", "3000.00"),
        null,
        null,
        THEN);
  }

  private static UUID id(String kind, String of) {
    return UUID.nameUUIDFromBytes((kind + of).getBytes(StandardCharsets.UTF_8));
  }

  /** As settlement would have decided it in the first place. */
  private ClaimSettled decided(SettleDischarge command, boolean functionOpen) {
    var year = RunningYear.empty(new BenefitYear.Key("P1", CITY, 2019));
    return new ClaimSettled(
        command.commandId(), decision(command, year, functionOpen).settlement());
  }

  private Decision.Settled decision(
      SettleDischarge command, RunningYear year, boolean functionOpen) {
    var adjudication = new Adjudication(LAWS);
    var hospital = reference.hospitalsAt(HOSPITAL, THEN).getFirst();
    var facts = new StayFacts(coverage, hospital, functionOpen ? Set.of(CITY) : Set.of());
    var bill = (Admissible) adjudication.examine(command, facts);
    return (Decision.Settled) adjudication.decide(year, bill, THEN);
  }

  private static AdoptLaw adoption() {
    return new AdoptLaw(
        id("command", "adopt"),
        id("job", "1"),
        "P1",
        CITY,
        2019,
        HALVED.hash(),
        SINCE,
        LocalDate.of(2019, 12, 31),
        "clerk-7",
        "clerk-9",
        "a law that reaches back",
        THEN);
  }

  private static ClaimsReimbursed adopted(Refold refold, String checker) {
    var refolding = new Refolding(BOOK);
    return new ClaimsReimbursed(
        adoption().commandId(),
        adoption().commandId(),
        Cause.NEW_LAW,
        adoption().reason(),
        adoption().maker(),
        checker,
        THEN,
        THEN,
        refold.changed().stream().map(refolding::revision).toList());
  }

  /** Settles ZY1, has its year adopt the law, and settles ZY2 by what is used up then. */
  private void adoptBetweenTwoBills(String checker) {
    log.command(said(THEN, command("ZY1")));
    log.command(said(THEN, adoption()));
    log.command(said(THEN, command("ZY2")));
    var key = new BenefitYear.Key("P1", CITY, 2019);
    var first = decision(command("ZY1"), RunningYear.empty(key), true);
    publish(new ClaimSettled(first.claim().commandId(), first.settlement()));
    var year = BenefitYear.empty(key).with(first.claim());
    var period = new Period(SINCE, LocalDate.of(2019, 12, 31));
    var refold = new NewLaw(new Refolding(BOOK), HALVED).fold(year, period, missing -> {});
    assertThat(refold.changed()).hasSize(1);
    var event = adopted(refold, checker);
    replay.hear(said(THEN.plusSeconds(2), event, EVENTS.write(event)));
    var second =
        decision(command("ZY2"), refold.outsideOneStop().year().running(), true).settlement();
    publish(new ClaimSettled(command("ZY2").commandId(), second));
  }

  @Test
  void aYearThatAdoptedALawIsFoldedByIt() {
    adoptBetweenTwoBills("clerk-9");
    assertThat(differences()).isEmpty();
  }

  @Test
  void anAdoptionThatItsCommandDoesNotBearOutIsNamed() {
    adoptBetweenTwoBills("clerk-7");
    assertThat(differences()).containsExactly("folded again, checker is clerk-7, must be clerk-9");
  }

  private List<String> differences() {
    return findings.differences().stream().map(Difference::what).toList();
  }

  @Test
  void whatTheRulesSayIsNoDifference() {
    var command = command("ZY1");
    log.command(said(THEN, command));
    var event = decided(command, true);
    publish(event);
    publish(event);
    assertThat(differences()).as("the same fact twice is one").isEmpty();
  }

  @Test
  void aBillDividedByWhatTheYearHadNotUsedUpIsNamed() {
    for (var encounter : List.of("ZY1", "ZY2")) {
      log.command(said(THEN, command(encounter)));
      publish(decided(command(encounter), true));
    }
    assertThat(findings.differences())
        .isNotEmpty()
        .allMatch(one -> one.id().equals(id("settlement", "ZY2").toString()));
    assertThat(differences())
        .anyMatch(what -> what.startsWith("decided again, settlement.yearToDate.BASIC"));
  }

  @Test
  void theFunctionMayHaveBeenClosedBeforeAnybodySaidThatItIsOpen() {
    var command = command("ZY1");
    log.command(said(THEN, command));
    var whileClosed = decided(command, false);
    assertThat(whileClosed).isNotEqualTo(decided(command, true));
    publish(whileClosed);
    assertThat(differences()).isEmpty();
  }

  @Test
  void statesComeInTheOrderInWhichTheyAreLikely() {
    reference.hear(said(THEN.plusDays(2), new OffSiteFunctionChanged(CITY, "CLOSED", "x", "y")));
    reference.hear(said(THEN, new OffSiteFunctionChanged("330300", "CLOSED", "x", "y")));
    assertThat(reference.openAt(CITY, THEN.plusDays(1))).containsExactly(true, false);
    assertThat(reference.openAt(CITY, THEN.plusDays(3))).containsExactly(false, true);
    assertThat(reference.openAt("330300", THEN)).as("never open").containsExactly(false);
  }

  @Test
  void aFactWithoutItsCommandOrItsCoverageIsNamed() {
    publish(decided(command("ZY1"), true));
    assertThat(differences()).singleElement().asString().contains("is not on care.commands");
  }

  @Test
  void otherBytesAreNamedAlsoWhenTheyHaveTheSameMembers() {
    var command = command("ZY1");
    log.command(said(THEN, command));
    var event = decided(command, true);
    var spaced = (new String(EVENTS.write(event), StandardCharsets.UTF_8) + " ");
    replay.hear(said(THEN.plusSeconds(1), event, spaced.getBytes(StandardCharsets.UTF_8)));
    assertThat(differences()).containsExactly("decided again, other bytes, same members");
  }

  @Test
  void theSameFactInOtherWordsIsNamed() {
    var command = command("ZY1");
    log.command(said(THEN, command));
    publish(decided(command, true));
    publish(new ClaimSettled(id("command", "other"), decided(command, true).settlement()));
    assertThat(differences()).singleElement().asString().contains("with other bytes");
  }
}
