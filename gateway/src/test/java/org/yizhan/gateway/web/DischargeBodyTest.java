package org.yizhan.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.gateway.Bodies;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.discharge.DischargeForm;
import org.yizhan.gateway.form.Person;

class DischargeBodyTest {

  private final JsonBody body = new JsonBody(Bodies.MAPPER, DataSize.ofKilobytes(64));

  @ParameterizedTest(name = "{0} = {1} is refused")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          hospitalCode          | absent                 | hospitalCode          | null              | is required
          hospitalCode          | "44160200001"          | hospitalCode          | 44160200001       | must be H
          hospitalCode          | 441602                 | hospitalCode          | 441602            | must be H
          encounterId           | ""                     | encounterId           | ``                | 1 to 64
          encounterId           | "ZY 1"                 | encounterId           | ZY 1              | 1 to 64
          encounterId           | ["ZY1"]                | encounterId           | […]               | 1 to 64
          encounterId           | "441600198001010019"   | encounterId           | 441600********0019 | must not contain a citizen ID
          encounterId           | "ZY441600198001010019" | encounterId           | ZY********        | must not contain a citizen ID
          diagnosis             | "441600198001010019"   | diagnosis             | 441600********0019 | must not contain a citizen ID
          amounts.total         | "441600198001010019"   | amounts.total         | 441600********0019 | exactly two places
          amounts.total         | 441600198001010019     | amounts.total         | 441600********0019 | not a JSON number
          personNumber          | absent                 | personNumber          | null              | personNumber or idNumber is required
          personNumber          | "P1"                   | personNumber          | ********          | must be P and 16
          idNumber              | "441600195703010011"   | idNumber              | ********          | not both
          admissionDate         | "2019-11-31"           | admissionDate         | 2019-11-31        | is not a day
          admissionDate         | "2019/11/01"           | admissionDate         | 2019/11/01        | must be a date
          admissionDate         | 20191101               | admissionDate         | 20191101          | must be a date
          dischargeDate         | absent                 | dischargeDate         | null              | is required
          dischargeDate         | "2019-11-15T10:00:00Z" | dischargeDate         | 2019-11-15T10:00:00Z | must be a date
          diagnosis             | true                   | diagnosis             | true              | 1 to 64
          amounts               | absent                 | amounts               | null              | is required
          amounts               | "50000.00"             | amounts               | null              | must be an object
          amounts.total         | absent                 | amounts.total         | null              | is required
          amounts.total         | "50000.000"            | amounts.total         | 50000.000         | exactly two places
          amounts.total         | "50000"                | amounts.total         | 50000             | exactly two places
          amounts.total         | "5e4"                  | amounts.total         | 5e4               | exactly two places
          amounts.total         | 50000.00               | amounts.total         | 50000.0           | not a JSON number
          amounts.total         | 50000                  | amounts.total         | 50000             | not a JSON number
          amounts.total         | "-50000.00"            | amounts.total         | -50000.00         | must not be negative
          amounts.total         | "050000.00"            | amounts.total         | 050000.00         | leading zeros
          amounts.total         | "10000000000.01"       | amounts.total         | 10000000000.01    | must be at most 10000000000.00
          amounts.total         | "99999999999999999.00" | amounts.total         | 99999999999999999.00 | must be at most
          amounts.inPolicy      | "٤٢٠٠٠.٠٠"             | amounts.inPolicy      | ٤٢٠٠٠.٠٠          | exactly two places
          eligibilityVersion    | 0                      | eligibilityVersion    | 0                 | whole JSON number from 1
          eligibilityVersion    | 1.5                    | eligibilityVersion    | 1.5               | whole JSON number from 1
          eligibilityVersion    | "7"                    | eligibilityVersion    | 7                 | whole JSON number from 1
          replaces              | "abc"                  | replaces              | abc               | UUID
          """)
  void aWrongMemberIsNamedWithItsValueAndTheRule(
      String field, String json, String errorField, String value, String rule) {
    var problem = problemOf(Bodies.bytes(Bodies.with(Bodies.sound(), field, json)));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("malformed");
    assertThat(problem.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo(errorField);
              assertThat(error.value()).isEqualTo(value);
              assertThat(error.rule()).contains(rule);
            });
  }

  @ParameterizedTest(name = "{0} is refused: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          441600195703010010 | 441600********0010 | check character
          441600195713010011 | 441600********0011 | date of birth
          441600570301001    | ********           | 15-digit
          """)
  void aWrongIdIsNamedMasked(String idNumber, String masked, String rule) {
    var sent =
        Bodies.with(
            Bodies.with(Bodies.sound(), "personNumber", "absent"),
            "idNumber",
            '"' + idNumber + '"');

    assertThat(problemOf(Bodies.bytes(sent)).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.value()).isEqualTo(masked);
              assertThat(error.rule()).contains(rule);
            });
  }

  @Test
  void anIdInTheWrongMemberIsNotRepeatedInTheError() {
    var id = Bodies.ID_NUMBER;
    var sent = Bodies.with(Bodies.sound(), "hospitalCode", '"' + id + '"');
    Bodies.with(sent, "encounterId", "\"ID " + id + "\"");
    Bodies.with(sent, "personNumber", '"' + id + '"');

    assertThat(problemOf(Bodies.bytes(sent)).errors())
        .hasSize(3)
        .allSatisfy(error -> assertThat(error.toString()).doesNotContain(id));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var problem = problemOf("{}".getBytes(StandardCharsets.UTF_8));

    assertThat(problem.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "hospitalCode",
            "encounterId",
            "personNumber",
            "admissionDate",
            "dischargeDate",
            "amounts");
  }

  @Test
  void anEncounterNumberedByDivisionDateAndCounterIsNoCitizenId() throws IOException {
    var numbered = Bodies.with(Bodies.sound(), "encounterId", "\"441602201911010015\"");

    assertThat(read(Bodies.bytes(numbered)).encounterId()).isEqualTo("441602201911010015");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{\"a\":1}x",
        "{\"encounterId\":\"1\",\"encounterId\":\"2\"}",
        "{a:1}"
      })
  void whatIsNoJsonObjectIsRefused(String sent) {
    var problem = problemOf(sent.getBytes(StandardCharsets.UTF_8));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("malformed-json");
  }

  @Test
  void jsonThatIsNotUtf8OrNestedWithoutEndIsRefused() {
    assertThat(problemOf("{\"diagnosis\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)).code())
        .isEqualTo("malformed-json");
    assertThat(problemOf("[".repeat(60_000).getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("malformed-json");
  }

  @Test
  void aBodyAbove64KilobytesIsRefusedStatedOrChunked() {
    var large = (" ".repeat(65_537)).getBytes(StandardCharsets.UTF_8);
    assertThat(problemOf(large).code()).isEqualTo("too-large");

    var chunked =
        new MockHttpServletRequest() {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    chunked.setContent(large);
    assertThatThrownBy(() -> body.read(chunked, DischargeForm::read)).hasMessage("too-large");
  }

  @Test
  @DisplayName("H1: a sound discharge is read with all its members")
  void aSoundDischargeIsRead() throws IOException {
    var sent = Bodies.with(Bodies.sound("ZY1"), "eligibilityVersion", "7");
    var discharge = read(Bodies.bytes(sent));

    assertThat(discharge.person()).isEqualTo(new Person.ByNumber(Bodies.PERSON));
    assertThat(discharge.amounts().inPolicy()).hasToString("42000.00");
    assertThat(discharge.eligibilityVersion()).isEqualTo(7);
    assertThat(discharge.replaces()).isNull();
    assertThat(discharge.refusal()).isEmpty();
  }

  @Test
  void aNullMemberIsAnAbsentOneAndAPersonMayBeNamedById() throws IOException {
    var sent =
        Bodies.with(Bodies.with(Bodies.sound(), "personNumber", "null"), "diagnosis", "null");
    var discharge = read(Bodies.bytes(Bodies.with(sent, "idNumber", '"' + Bodies.ID_NUMBER + '"')));

    assertThat(discharge.person())
        .hasToString("ByCitizenId[id=441600********001" + Bodies.ID_NUMBER.charAt(17) + "]");
    assertThat(discharge.diagnosis()).isNull();
  }

  @Test
  void theLargestBillIsTaken() throws IOException {
    var sent = Bodies.with(Bodies.sound(), "amounts.total", "\"10000000000.00\"");

    assertThat(read(Bodies.bytes(sent)).amounts().total()).hasToString("10000000000.00");
  }

  private Discharge read(byte[] sent) throws IOException {
    var request = new MockHttpServletRequest();
    request.setContent(sent);
    return body.read(request, DischargeForm::read);
  }

  private Problem problemOf(byte[] sent) {
    return catchThrowableOfType(ProblemException.class, () -> read(sent)).problem();
  }
}
