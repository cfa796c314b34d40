package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.verify.Samples.JSON;
import static org.yizhan.suite.verify.Samples.LAW;
import static org.yizhan.suite.verify.Samples.settlement;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the suite was told of person and hospital, no settlement is believed about them. */
class RegistersTest {

  private static final String DIBAO_RESIDENT =
      """
      { "personNumber": "P0123456789ABCDEF", "maskedId": "441600********0014", "eligibilityVersion": 7,
        "enrolments": [
          { "scheme": "RESIDENT", "status": null, "from": "2018-01-01", "to": null, "city": "441600", "county": "441602" } ],
        "marks": [
          { "category": "DIBAO", "county": "441602", "effectiveFrom": "2019-01-01", "effectiveTo": null, "standardPercent": null } ],
        "filings": [] }
      """;

  private static final String RETIRED_IN_WENZHOU =
      """
      { "personNumber": "P0123456789ABCDEF", "maskedId": "330300********0014", "eligibilityVersion": 7,
        "enrolments": [
          { "scheme": "EMPLOYEE", "status": "RETIRED", "from": "2018-01-01", "to": null, "city": "330300", "county": "330302" } ],
        "marks": [
          { "category": "MARTYR_FAMILY", "county": "330302", "effectiveFrom": "2019-01-01", "effectiveTo": null, "standardPercent": 72.5 },
          { "category": "DIBAO", "county": "330302", "effectiveFrom": "2019-01-01", "effectiveTo": null } ],
        "filings": [] }
      """;

  private static List<String> problems(String name, String coverage, int level, String division) {
    var registers = Registers.empty();
    registers.coverages().know(JSON.readTree(coverage));
    registers
        .hospitals()
        .register(
            JSON.createObjectNode()
                .put("hospitalCode", settlement(name).path("hospitalCode").asString(""))
                .put("level", level)
                .put("division", division)
                .put("from", "2015-01-01"));
    return new Verifier(List.of(LAW), registers).problemsIn(settlement(name));
  }

  @Test
  @DisplayName("H7, W2: with everything told a sound settlement is still followed")
  void soundSettlements() {
    assertThat(problems("heyuan-resident", DIBAO_RESIDENT, 3, "441621")).isEmpty();
    assertThat(problems("wenzhou-own-standard", RETIRED_IN_WENZHOU, 2, "330321")).isEmpty();
  }

  @Test
  @DisplayName("H1, H2: level and place come from the hospital's registration")
  void hospitals() {
    assertThat(problems("heyuan-resident", DIBAO_RESIDENT, 2, "441621"))
        .anyMatch(line -> line.contains("BASIC deductible is 700.00, recomputed 500.00"));
    assertThat(problems("heyuan-resident", DIBAO_RESIDENT, 3, "440106"))
        .anyMatch(line -> line.contains("place is IN_CITY, recomputed UNFILED"));
    var filed =
        DIBAO_RESIDENT.replace(
            "\"filings\": []",
            "\"filings\": [ { \"from\": \"2019-11-01\", \"to\": null, \"destination\": \"440100\" }"
                + " ]");
    assertThat(problems("heyuan-resident", filed, 3, "440106"))
        .anyMatch(line -> line.contains("place is IN_CITY, recomputed FILED"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          told otherwise          | found                           | said                            | named
          H6: another mark        | "category": "DIBAO"             | "category": "TEKUN"             | the person has no mark DIBAO of county 441602
          H6: a better mark       | "category": "DIBAO"             | "category": "ORPHAN"            | ASSISTANCE would pay more by the mark ORPHAN
          H14: a mark to come     | "effectiveFrom": "2019-01-01"   | "effectiveFrom": "2019-11-16"   | the person has no mark DIBAO
          a mark that has ended   | "effectiveTo": null             | "effectiveTo": "2019-11-14"     | the person has no mark DIBAO
          a mark of elsewhere     | "category": "DIBAO", "county": "441602" | "category": "DIBAO", "county": "330302" | the person has no mark DIBAO
          another scheme          | "scheme": "RESIDENT"            | "scheme": "EMPLOYEE"            | scheme is RESIDENT, recomputed EMPLOYEE
          another county          | "city": "441600", "county": "441602" | "city": "441600", "county": "441621" | county is 441602, recomputed 441621
          an enrolment that ended | "from": "2018-01-01", "to": null | "from": "2018-01-01", "to": "2019-10-31" | not enrolled on the admission date
          another person          | 441600********0014              | 441600********0022              | maskedId is 441600********0014
          """)
  void persons(String what, String found, String said, String named) {
    assertThat(DIBAO_RESIDENT).contains(found);
    var told = DIBAO_RESIDENT.replace(found, said);
    assertThat(problems("heyuan-resident", told, 3, "441621"))
        .as(what)
        .anyMatch(line -> line.contains(named));
  }

  @Test
  @DisplayName("W2: a person's own standard is the one that the bureau sent")
  void ownStandards() {
    assertThat(
            problems(
                "wenzhou-own-standard", RETIRED_IN_WENZHOU.replace("72.5", "72.51"), 2, "330321"))
        .anyMatch(line -> line.contains("SPECIAL_CARE ratio is 0.7250, recomputed 0.7251"));
    assertThat(
            problems(
                "wenzhou-own-standard", RETIRED_IN_WENZHOU.replace("72.5", "null"), 2, "330321"))
        .anyMatch(line -> line.contains("SPECIAL_CARE ratio is 0.7250, recomputed 0.8000"));
  }
}
