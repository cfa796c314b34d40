package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.roster.change.Messages.enrolment;
import static org.yizhan.roster.change.Messages.filing;
import static org.yizhan.roster.change.Messages.mark;
import static org.yizhan.roster.change.Messages.veteran;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyMessage.Unrecognised;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.change.Examined.Broken;
import org.yizhan.roster.change.Examined.Sound;
import org.yizhan.roster.reference.ReferenceData;

/** Every rule: the field, the value as it may be shown, the rule in words. */
class ExaminingTest {

  private static final String LONG = "x".repeat(101);
  private final Examining examining = new Examining(ReferenceData.load(), new PlainTexts());

  @Test
  void goodMessagesAreSoundWithoutRemark() {
    assertThat(
            List.of(
                examined("enrolment.changes", enrolment()),
                examined("filing.changes", filing()),
                examined("roster.changes.civil-affairs", mark()),
                examined(
                    "roster.changes.veterans-affairs", veteran().with("standardPercent", "62.50"))))
        .allSatisfy(
            one -> {
              assertThat(one).isInstanceOf(Sound.class);
              assertThat(((Sound) one).remarks()).isEmpty();
            });
  }

  @ParameterizedTest(name = "{0} = {1}: {3}")
  @CsvSource(
      nullValues = "NULL",
      delimiter = '|',
      textBlock =
          """
          changeId | NULL               | NULL               | must be present
          changeId | ''                 | NULL               | must be present
          changeId | x441600198001010019 | x441600********0019 | must not contain a citizen ID
          county   | 张三丰             | ********           | must be a division code of 6 digits (GB/T 2260)
          idNumber | NULL               | NULL               | must be present
          idNumber | 441600198001010011 | 441600********0011 | the check character does not agree with the digits (GB 11643)
          idNumber | 441600198013010014 | 441600********0014 | digits 7 to 14 must be a date of birth
          idNumber | 441600800101001    | ********           | must be 17 digits and a check character (0-9 or X); 15-digit numbers are refused
          idNumber | 11010519491231002x | 110105********002x | must be 17 digits and a check character (0-9 or X); 15-digit numbers are refused
          name     | NULL               | NULL               | must be present
          name     | ' '                | NULL               | must be present
          city     | NULL               | NULL               | must be present
          city     | 440100             | 440100             | must be a served city (330300, 441600)
          city     | 330300             | 330300             | must be the city of the county, 441600
          county   | NULL               | NULL               | must be present
          county   | 44160              | 44160              | must be a division code of 6 digits (GB/T 2260)
          county   | 44160A             | 44160A             | must be a division code of 6 digits (GB/T 2260)
          county   | 440106             | 440106             | must be a county of a served city (330300, 441600)
          county   | 441600             | 441600             | must be a county of a served city (330300, 441600)
          scheme   | NULL               | NULL               | must be present
          scheme   | resident           | resident           | must be one of RESIDENT, EMPLOYEE
          status   | ACTIVE             | ACTIVE             | must be null for scheme RESIDENT
          status   | STUDENT            | STUDENT            | must be one of ACTIVE, RETIRED
          from     | NULL               | NULL               | must be present
          from     | 2019-02-29         | 2019-02-29         | must be a date of the form YYYY-MM-DD
          from     | 2019-1-1           | 2019-1-1           | must be a date of the form YYYY-MM-DD
          from     | 20190101           | 20190101           | must be a date of the form YYYY-MM-DD
          to       | tomorrow           | tomorrow           | must be a date of the form YYYY-MM-DD
          to       | 2018-12-31         | 2018-12-31         | must not be before 2019-01-01
          """)
  void ofAnEnrolment(String member, String value, String shown, String rule) {
    assertThat(errors("enrolment.changes", enrolment().with(member, value)))
        .containsExactly(new FieldError(member, shown, rule));
  }

  @Test
  void anEmployeeNeedsAStatus() {
    assertThat(errors("enrolment.changes", enrolment().with("scheme", "EMPLOYEE")))
        .containsExactly(
            new FieldError("status", null, "must be ACTIVE or RETIRED for scheme EMPLOYEE"));
    assertThat(
            examined(
                "enrolment.changes",
                enrolment().with("scheme", "EMPLOYEE").with("status", "RETIRED")))
        .isInstanceOf(Sound.class);
  }

  @ParameterizedTest(name = "{0} = {1}: {3}")
  @DisplayName("H3, H11: rules of a mark")
  @CsvSource(
      nullValues = "NULL",
      delimiter = '|',
      textBlock =
          """
          basis    | 决定 441600198001010019 | ******** | must not contain a citizen ID
          kind     | 张三丰 | ******** | must be one of JOINED, CHANGED, LEFT
          kind            | NULL       | NULL       | must be present
          kind            | REMOVED    | REMOVED    | must be one of JOINED, CHANGED, LEFT
          name            | NULL       | NULL       | must be present
          county          | 110101     | 110101     | must be a county of a served city (330300, 441600)
          category        | NULL       | NULL       | must be present
          category        | dibao      | dibao      | must be a known category code
          category        | DIBIAN     | DIBIAN     | does not exist in city 441600
          category        | REGISTERED_POOR | REGISTERED_POOR | is confirmed by poverty-relief, not by civil-affairs
          effectiveFrom   | NULL       | NULL       | must be present
          effectiveFrom   | 2019-13-01 | 2019-13-01 | must be a date of the form YYYY-MM-DD
          effectiveTo     | 2019/12/31 | 2019/12/31 | must be a date of the form YYYY-MM-DD
          effectiveTo     | 2019-06-30 | 2019-06-30 | must not be before 2019-07-01
          standardPercent | 50         | 50         | is stated by veterans-affairs only
          """)
  void ofAMark(String member, String value, String shown, String rule) {
    assertThat(errors("roster.changes.civil-affairs", mark().with(member, value)))
        .containsExactly(new FieldError(member, shown, rule));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("W2, W4: a person's own standard")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.01        | must be from 0 to 100
          100.01       | must be from 0 to 100
          1E+999999999 | must be from 0 to 100
          33.333       | must have at most two decimals
          """)
  void ofAStandard(String value, String rule) {
    assertThat(errors("roster.changes.veterans-affairs", veteran().with("standardPercent", value)))
        .containsExactly(new FieldError("standardPercent", value, rule));
  }

  @ParameterizedTest
  @DisplayName("W2, W4: a person's own standard")
  @CsvSource({"0, 0", "100, 100", "1E+2, 100", "62.50, 62.5", "33.3300, 33.33"})
  void aStandardIsKeptInItsPlainForm(String value, String kept) {
    var mark =
        (Statement.Mark)
            sound("roster.changes.veterans-affairs", veteran().with("standardPercent", value))
                .statement();
    assertThat(mark.standardPercent()).hasToString(kept);
  }

  @Test
  @DisplayName("H11, W2: both the agency and the city of a category count")
  void aCategoryOfAnotherAgencyAndCityBreaksTwoRules() {
    assertThat(errors("roster.changes.disabled-persons", mark().with("category", "RED_ARMY")))
        .extracting(FieldError::rule)
        .containsExactly(
            "is confirmed by veterans-affairs, not by disabled-persons",
            "does not exist in city 441600");
  }

  @Test
  void allRulesAreToldAtOnceAndNoNameIsShown() {
    var errors =
        errors(
            "roster.changes.civil-affairs",
            mark()
                .with("changeId", LONG)
                .with("kind", "X")
                .with("name", "张".repeat(101))
                .with("county", "1")
                .with("category", "Y")
                .with("effectiveFrom", "Z")
                .with("idNumber", "441600198001010011"));
    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactly(
            "changeId", "idNumber", "name", "kind", "effectiveFrom", "county", "category");
    assertThat(errors).extracting(FieldError::rule).contains("must have at most 100 characters");
    assertThat(errors.toString()).doesNotContain("张").doesNotContain("441600198001010011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"county", "category", "kind", "effectiveFrom"})
  void anIdInTheWrongMemberIsMaskedToo(String member) {
    var errors = errors("roster.changes.civil-affairs", mark().with(member, Ids.BORN_1980));
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().value()).isEqualTo("441600********" + Ids.BORN_1980.substring(14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void theKnownVectorsOfTheCheckDigitAreGood(String id) {
    assertThat(examined("filing.changes", filing().with("idNumber", id))).isInstanceOf(Sound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"440100", "H44010000001", "110000"})
  @DisplayName("H2: a filing names a hospital or a division")
  void goodDestinations(String destination) {
    assertThat(examined("filing.changes", filing().with("destination", destination)))
        .isInstanceOf(Sound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4401", "H4401000001", "H440100000011", "h44010000001", "Canton"})
  void badDestinations(String destination) {
    assertThat(errors("filing.changes", filing().with("destination", destination)))
        .containsExactly(
            new FieldError(
                "destination",
                destination,
                "must be a hospital code (H, 6 digits of its division, 5 digits) or a division code"
                    + " of 6 digits"));
  }

  @Test
  void leftNeedsNoEndAndIgnoresOne() {
    var left = mark().with("kind", "LEFT").with("effectiveTo", "2019-06-30");
    var statement = (Statement.Mark) sound("roster.changes.civil-affairs", left).statement();
    assertThat(statement.effectiveTo()).isNull();
  }

  @Test
  void aCodeThatEndedTakesNobodyInButLetsEverybodyOut() {
    var joined = veteran().with("county", "330371").with("effectiveFrom", "2023-01-01");
    assertThat(errors("roster.changes.veterans-affairs", joined))
        .containsExactly(
            new FieldError(
                "county",
                "330371",
                "the code ended on 2022-12-31, the change is effective from 2023-01-01"));
    assertThat(
            examined("roster.changes.veterans-affairs", joined.with("effectiveFrom", "2022-12-31")))
        .isInstanceOf(Sound.class);
    assertThat(
            examined(
                "roster.changes.veterans-affairs",
                joined.with("effectiveFrom", "2023-01-01").with("kind", "LEFT")))
        .isInstanceOf(Sound.class);
  }

  @ParameterizedTest(name = "{1} born {2} from {3}")
  @CsvSource(
      nullValues = "NULL",
      delimiter = '|',
      textBlock =
          """
          civil-affairs    | ORPHAN             | 20010701 | 2019-07-01 | category
          civil-affairs    | ORPHAN             | 20010702 | 2019-07-01 | NULL
          civil-affairs    | LOW_INCOME_MINOR   | 20010701 | 2019-07-01 | category
          civil-affairs    | LOW_INCOME_MINOR   | 20010702 | 2019-07-01 | NULL
          civil-affairs    | LOW_INCOME_ELDERLY | 19590702 | 2019-07-01 | category
          civil-affairs    | LOW_INCOME_ELDERLY | 19590701 | 2019-07-01 | NULL
          veterans-affairs | RED_ARMY           | 19260101 | 2019-11-01 | category
          veterans-affairs | RED_ARMY           | 19251231 | 2019-11-01 | NULL
          veterans-affairs | MARTYR_FAMILY      | 20150101 | 2019-11-01 | NULL
          veterans-affairs | COMBAT_OR_TEST     | 20101101 | 2019-11-01 | category
          civil-affairs    | DIBAO              | 20190702 | 2019-07-01 | effectiveFrom
          civil-affairs    | DIBAO              | 19800101 | 2021-03-02 | effectiveFrom
          civil-affairs    | DIBAO              | 19800101 | 2021-03-01 | NULL
          """)
  @DisplayName("H11: what is unlikely is a remark, not a refusal")
  void unlikely(String agency, String category, String birthday, String from, String field) {
    var message =
        mark()
            .with("category", category)
            .with("idNumber", Ids.born(birthday))
            .with("effectiveFrom", from)
            .with("county", agency.equals("veterans-affairs") ? "330302" : "441602");
    assertThat(sound("roster.changes." + agency, message).remarks())
        .extracting(FieldError::field)
        .isEqualTo(field == null ? List.of() : List.of(field));
  }

  @Test
  @DisplayName("H11: a mark without a basis is remarked on, a leaver needs none")
  void basis() {
    assertThat(sound("roster.changes.civil-affairs", mark().with("basis", null)).remarks())
        .containsExactly(
            new FieldError("basis", null, "a mark should state the decision that it rests on"));
    assertThat(
            sound("roster.changes.civil-affairs", mark().with("basis", null).with("kind", "LEFT"))
                .remarks())
        .isEmpty();
  }

  @Test
  void aTypeThatDoesNotBelongToTheTopicIsRefusedWithItsChangeId() {
    var broken = (Broken) examined("filing.changes", enrolment());
    assertThat(broken.changeId()).isEqualTo("C1");
    assertThat(broken.errors())
        .containsExactly(
            new FieldError(
                "type",
                "enrolment-changed.v1",
                "must be off-site-filing-changed.v1 on topic filing.changes"));
  }

  @Test
  void anUnknownTypeIsRefused() {
    var received =
        new Received(
            new Source("enrolment.changes", 0, 0),
            "T1",
            "roster-gossip.v9",
            Messages.RECEIVED,
            new Unrecognised());
    var broken = (Broken) examining.examine(Desk.at(Topics.ENROLMENT_CHANGES), received);
    assertThat(broken.changeId()).isNull();
    assertThat(broken.errors())
        .containsExactly(
            new FieldError(
                "type",
                "roster-gossip.v9",
                "must be enrolment-changed.v1 or persons-merged.v1 on topic enrolment.changes"));
  }

  private Examined examined(String topic, Messages messages) {
    return examining.examine(Desk.at(topic), messages.received());
  }

  private Sound sound(String topic, Messages messages) {
    var examined = examined(topic, messages);
    assertThat(examined).isInstanceOf(Sound.class);
    return (Sound) examined;
  }

  private List<FieldError> errors(String topic, Messages messages) {
    var examined = examined(topic, messages);
    assertThat(examined).isInstanceOf(Broken.class);
    return ((Broken) examined).errors();
  }
}
