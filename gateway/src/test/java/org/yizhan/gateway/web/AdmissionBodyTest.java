package org.yizhan.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.gateway.Bodies;
import org.yizhan.gateway.admission.Admission;
import org.yizhan.gateway.admission.AdmissionForm;
import org.yizhan.gateway.admission.Document;
import org.yizhan.gateway.form.Person;

class AdmissionBodyTest {

  private final JsonBody body = new JsonBody(Bodies.MAPPER, DataSize.ofKilobytes(64));

  @ParameterizedTest(name = "{0} = {1} is refused")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          hospitalCode  | absent               | hospitalCode  | null       | is required
          hospitalCode  | "44160200001"        | hospitalCode  | 44160200001 | must be H
          admissionDate | absent               | admissionDate | null       | is required
          admissionDate | "2019-02-29"         | admissionDate | 2019-02-29 | is not a day
          document      | absent               | document      | null       | is required; must be ID_CARD
          document      | "PASSPORT"           | document      | PASSPORT   | must be ID_CARD
          document      | ["ID_CARD"]          | document      | […]        | must be ID_CARD
          idNumber      | absent               | personNumber  | null       | personNumber or idNumber is required
          idNumber      | "441600195703010010" | idNumber      | 441600********0010 | check character
          idNumber      | 441600195703010010   | idNumber      | ********   | string of 18
          personNumber  | "P0123456789ABCDEF"  | idNumber      | ********   | not both
          name          | ""                   | name          | ********   | 1 to 100
          name          | ["张三"]              | name          | ********   | 1 to 100
          """)
  void aWrongMemberIsNamedWithTheRuleAndNothingPersonal(
      String field, String json, String errorField, String value, String rule) {
    assertThat(errorsIn(Bodies.bytes(Bodies.with(Bodies.admission(), field, json))))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo(errorField);
              assertThat(error.value()).isEqualTo(value);
              assertThat(error.rule()).contains(rule);
            });
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(errorsIn("{\"name\":7}".getBytes(StandardCharsets.UTF_8)))
        .extracting(FieldError::field)
        .containsExactly("hospitalCode", "admissionDate", "personNumber", "name");
  }

  @DisplayName("H9: each of the three documents carries the citizen ID number")
  @ParameterizedTest
  @EnumSource(Document.class)
  void aSoundAdmissionIsRead(Document document) throws IOException {
    var admission =
        read(Bodies.bytes(Bodies.with(Bodies.admission(), "document", "\"" + document + '"')));

    assertThat(admission.document()).isEqualTo(document);
    assertThat(admission.hospitalCode()).isEqualTo("H44160200001");
    assertThat(admission.admissionDate()).hasToString("2019-11-01");
    assertThat(admission.name()).isEqualTo("测试某");
    assertThat(admission.toString()).contains("441600********").doesNotContain("测试某");
  }

  @Test
  void aPersonNumberNeedsNoDocumentAndNoName() throws IOException {
    var sent = Bodies.with(Bodies.admission(), "personNumber", '"' + Bodies.PERSON + '"');
    for (var absent : List.of("idNumber", "document", "name")) {
      Bodies.with(sent, absent, "absent");
    }
    var admission = read(Bodies.bytes(sent));

    assertThat(admission.person()).isEqualTo(new Person.ByNumber(Bodies.PERSON));
    assertThat(admission.document()).isNull();
    assertThat(admission.name()).isNull();
  }

  private Admission read(byte[] sent) throws IOException {
    var request = new MockHttpServletRequest();
    request.setContent(sent);
    return body.read(request, AdmissionForm::read);
  }

  private List<FieldError> errorsIn(byte[] sent) {
    return catchThrowableOfType(ProblemException.class, () -> read(sent)).problem().errors();
  }
}
