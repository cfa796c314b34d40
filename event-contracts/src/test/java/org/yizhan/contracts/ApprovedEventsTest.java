package org.yizhan.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.contracts.SampleSettlements.AT;
import static org.yizhan.contracts.SampleSettlements.COMMAND;
import static org.yizhan.contracts.SampleSettlements.FROM;
import static org.yizhan.contracts.SampleSettlements.ID;
import static org.yizhan.contracts.SampleSettlements.MASKED;
import static org.yizhan.contracts.SampleSettlements.PERSON;
import static org.yizhan.contracts.SampleSettlements.bill;
import static org.yizhan.contracts.SampleSettlements.recovery;
import static org.yizhan.contracts.SampleSettlements.reimbursement;
import static org.yizhan.contracts.SampleSettlements.returned;
import static org.yizhan.contracts.SampleSettlements.revised;
import static org.yizhan.contracts.SampleSettlements.settlement;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.calendar.CalendarEvent.MonthEnded;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.DaySealed;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRepeated;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.CareAnswer.RecoveryAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementRefused;
import org.yizhan.contracts.settlement.CareAnswer.SettlementRepeated;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event is frozen as approved JSON, read and written in both directions. A file is reviewed
 * like code and never edited after release; {@code -Dapprove=new} writes the ones that are missing.
 */
class ApprovedEventsTest {

  private static final Path APPROVED = Path.of("src/test/resources/approved");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private static final Identity OTHER =
      new Identity("PFEDCBA9876543210", "330300********0022", "c2VhbGVkIHRvbw==");

  static Stream<Object> everyEvent() {
    return Stream.concat(SampleFundEvents.all(), otherEvents());
  }

  private static Stream<Object> otherEvents() {
    var source = new Source("roster.changes.civil-affairs", 3, 42);
    var remark = new FieldError("category", "ORPHAN", "unlikely at the age of 40");
    var origin =
        new Origin(
            "c-1", "civil-affairs", source, PERSON, MASKED, "c2VhbGVk", null, AT, List.of(remark));
    return Stream.of(
        new SettleDischarge(
            COMMAND,
            ID,
            "H44160200001",
            "ZY1",
            PERSON,
            LocalDate.parse("2019-11-01"),
            LocalDate.parse("2019-11-15"),
            "I63.900",
            bill(),
            7L,
            null,
            AT),
        new ClaimSettled(COMMAND, settlement()),
        new SettlementRepeated(COMMAND, settlement()),
        new CancelSettlement(
            COMMAND,
            ID,
            "H44160200001",
            "ZY1",
            PERSON,
            "441600",
            LocalDate.parse("2019-11-15"),
            "discharged by mistake",
            Cascade.ADJUST,
            AT),
        revised(),
        new CancellationRepeated(COMMAND, revised()),
        new ProposeReimbursement(COMMAND, PERSON, "441600", 2019, "clerk-7", "mark came late", AT),
        new DecideReimbursement(COMMAND, ID, PERSON, true, "clerk-9", AT),
        new AdoptLaw(
            COMMAND,
            ID,
            PERSON,
            "441600",
            2019,
            "9f2c",
            LocalDate.parse("2019-07-01"),
            LocalDate.parse("2019-12-31"),
            "clerk-7",
            "clerk-9",
            "rate raised from July on",
            AT),
        new ClaimsReimbursed(
            ID,
            COMMAND,
            Cause.LATE_KNOWLEDGE,
            "mark came late",
            "clerk-7",
            "clerk-9",
            AT,
            AT,
            revised().revisions()),
        new RecordReturn(
            COMMAND,
            ID,
            PERSON,
            Payer.ASSISTANCE,
            Money.of("3.00"),
            LocalDate.parse("2019-12-02"),
            "clerk-5",
            "slip-1",
            AT),
        new ProposeWriteOff(COMMAND, ID, PERSON, "clerk-7", "died without an estate", AT),
        new DecideWriteOff(COMMAND, ID, PERSON, true, "clerk-9", AT),
        returned(),
        new RecoveryAnswered(COMMAND, recovery()),
        new ReimbursementAnswered(COMMAND, reimbursement()),
        new ReimbursementRefused(
            COMMAND, Problem.of(422, "nothing-to-reimburse", "Nothing", "Nothing would change.")),
        new CancellationRefused(
            COMMAND,
            ID,
            AT,
            Problem.of(409, "later-settlements", "Later settlements", "They would change."),
            List.of(Adjustment.of(revised().revisions().getFirst()))),
        new DischargeRefused(
            COMMAND,
            ID,
            AT,
            Problem.of(
                422,
                "not-enrolled",
                "Not enrolled",
                "Not enrolled on 2019-11-01.",
                new FieldError("admissionDate", "2019-11-01", "must be a day of enrolment"))),
        new CoverageChanged(coverage()),
        new EnrolmentReported(
            origin, "441600", "441602", Scheme.EMPLOYEE, EmploymentStatus.RETIRED, FROM, null),
        new MarkReported(
            origin, Kind.JOINED, "441602", "DIBAO", FROM, null, "basis", new BigDecimal("72.5")),
        new FilingReported(origin, FROM, LocalDate.parse("2019-12-31"), "440100"),
        new PersonMerged(origin, OTHER, "basis"),
        new ReportsAdopted(
            origin.about(OTHER),
            PERSON,
            List.of(
                new MarkReported(origin, Kind.LEFT, "441602", "DIBAO", FROM, null, "basis", null),
                new ReportsAdopted(
                    origin,
                    "P0000000000000000",
                    List.of(new FilingReported(origin, FROM, null, "440100"))))),
        new EnrolmentChanged(
            "c-1", MASKED, "name", "441600", "441602", "RESIDENT", null, "2019-01-01", null),
        new PersonsMerged("c-4", MASKED, "330300********0022", "basis"),
        new RosterChange(
            "c-2", "JOINED", MASKED, "name", "441602", "DIBAO", "2019-07-01", null, "basis", null),
        new RosterRow(
            "r-1", 7L, MASKED, "name", "441602", "DIBAO", "2019-07-01", null, "basis", null),
        new RosterAnnounced(
            "r-1", "441600", null, "2019-08-01", "2019-08-02T08:00:00+08:00", 1_000L, "1f9"),
        new OffSiteFilingChanged("c-3", MASKED, "2019-01-01", null, "440100"),
        new HospitalRegistered("H44160200001", "name", 3, "441602", "2019-01-01", null),
        new OffSiteFunctionChanged(
            "441600", "OPEN", "receipt confirmed", "2019-10-01T08:00:00+08:00"),
        new RosterFeedback(
            "c-2",
            "civil-affairs",
            source,
            Outcome.ACCEPTED_WITH_REMARK,
            List.of(remark),
            PERSON,
            8L),
        new DayBegan(LocalDate.parse("2019-12-01")),
        new MonthEnded(YearMonth.parse("2019-11")),
        new PayPremium(
            ID,
            PERSON,
            "441600",
            "441602",
            2019,
            Money.of("220.00"),
            "DIBAO",
            "civil-affairs",
            LocalDate.parse("2019-07-03"),
            LocalDate.parse("2019-07-31")),
        new PremiumPaid(
            ID,
            PERSON,
            "441600",
            "441602",
            2019,
            Money.of("220.00"),
            "DIBAO",
            "civil-affairs",
            LocalDate.parse("2019-07-31"),
            LocalDate.parse("2019-07-03")),
        new DaySealed(
            LocalDate.parse("2019-07-04"),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            36));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void isStillWrittenAndReadAsApproved(Object event) throws IOException {
    var file =
        APPROVED.resolve(event.getClass().getAnnotation(JsonTypeName.class).value() + ".json");
    if (!Files.exists(file) && "new".equals(System.getProperty("approve"))) {
      Files.createDirectories(APPROVED);
      Files.writeString(file, JSON.writeValueAsString(event) + "\n");
    }
    assertThat(file).as("run once with -Dapprove=new and review the file").exists();
    var approved = Files.readString(file);
    assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(approved));
    assertThat(JSON.readValue(approved, event.getClass())).isEqualTo(event);
  }

  @Test
  @DisplayName("H12: whoever was never merged is written as before there were merges, and read so")
  void coverageOfMergedPersons() {
    var plain = coverage();
    var merged =
        new Coverage(
            PERSON,
            MASKED,
            null,
            null,
            8,
            plain.enrolments(),
            plain.marks(),
            plain.filings(),
            OTHER.personNumber(),
            List.of("P0000000000000000"));
    var written = JSON.writeValueAsString(merged);
    assertThat(JSON.readTree(written).path("mergedInto").asString())
        .isEqualTo(OTHER.personNumber());
    assertThat(JSON.readTree(written).path("mergedFrom")).hasSize(1);
    assertThat(JSON.readValue(written, Coverage.class)).isEqualTo(merged);
    assertThat(JSON.writeValueAsString(plain)).doesNotContain("merged");
    assertThat(JSON.readValue(JSON.writeValueAsString(plain), Coverage.class).mergedFrom())
        .isEmpty();
  }

  @Test
  @DisplayName("H12: reports of a kind that is not known are not adopted in part")
  void adoptsWholeOrNotAtAll() {
    ObjectNode adopted = JSON.valueToTree(adopted());
    ((ObjectNode) adopted.at("/reports/0")).put("type", "mark-reported.v9");
    assertThatThrownBy(() -> JSON.treeToValue(adopted, ReportsAdopted.class))
        .hasMessageContaining("mark-reported.v9");
  }

  private static ReportsAdopted adopted() {
    return everyEvent()
        .filter(ReportsAdopted.class::isInstance)
        .map(ReportsAdopted.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReimbursementThatDoesNotSayWhyIsOfWhatBecameKnownLate() throws IOException {
    var approved = JSON.readTree(Files.readString(APPROVED.resolve("claims-reimbursed.v1.json")));
    ((ObjectNode) approved).remove("cause");
    assertThat(JSON.treeToValue(approved, ClaimsReimbursed.class).cause())
        .isEqualTo(Cause.LATE_KNOWLEDGE);
  }

  @Test
  void aSettlementThatDoesNotAddUpCanNeitherBeMadeNorRead() {
    ObjectNode unbalanced = JSON.valueToTree(settlement());
    unbalanced.put("total", "50000.01");
    assertThatThrownBy(() -> JSON.treeToValue(unbalanced, Settlement.class))
        .hasRootCauseInstanceOf(BrokenInvariant.class)
        .hasRootCauseMessage("shares and patient add up to 50000.00, the bill is 50000.01");
  }

  @Test
  void noEventIsWithoutAnExample() {
    Set<Class<?>> shown = everyEvent().map(Object::getClass).collect(Collectors.toSet());
    var declared =
        Stream.of(
                CareCommand.class,
                SettlementEvent.class,
                CareAnswer.class,
                AgencyMessage.class,
                ReferenceEvent.class,
                RosterEvent.class,
                EligibilityEvent.class,
                CalendarEvent.class,
                FundCommand.class,
                LedgerEvent.class)
            .flatMap(ApprovedEventsTest::permitted)
            .filter(type -> type.isAnnotationPresent(JsonTypeName.class));
    assertThat(declared).isNotEmpty().allMatch(shown::contains);
  }

  private static Stream<Class<?>> permitted(Class<?> publisher) {
    return Arrays.stream(publisher.getPermittedSubclasses())
        .flatMap(type -> type.isInterface() ? permitted(type) : Stream.of(type));
  }

  private static Coverage coverage() {
    return new Coverage(
        PERSON,
        MASKED,
        "441600",
        "441602",
        7,
        List.of(new Enrolment(Scheme.RESIDENT, null, FROM, null, "441600", "441602")),
        List.of(
            new Mark(
                "DIBAO",
                "441602",
                "civil-affairs",
                LocalDate.parse("2019-07-01"),
                null,
                "basis",
                AT,
                null)),
        List.of(new Filing(FROM, null, "440100")));
  }
}
