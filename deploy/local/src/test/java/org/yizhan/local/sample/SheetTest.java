package org.yizhan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SheetTest {

  private final SampleData.Discharge discharge = SampleData.load().discharges().get(1);

  private static JsonNode settlement(String assistance, String patient) {
    return JsonMapper.builder()
        .build()
        .readTree(
            """
            { "status": "SETTLED", "patient": "%s", "shares": [
              { "payer": "BASIC", "amount": "5875.00", "explanation": { "parameters": [
                  { "reference": "illustrative" }, { "reference": "rule 4" }, { "reference": "rule 4" } ] } },
              { "payer": "CATASTROPHIC", "amount": "0.00", "reason": "below the deductible" },
              { "payer": "POVERTY", "amount": "0.00", "reason": "no mark" },
              { "payer": "ASSISTANCE", "amount": "%s" } ] }
            """
                .formatted(patient, assistance));
  }

  @Test
  void whatIsAsExpectedHasNoDifferences() {
    assertThat(Sheet.differences(discharge, settlement("2458.33", "120.50"))).isEmpty();
  }

  @Test
  void aFenTooManyIsSeen() {
    assertThat(Sheet.differences(discharge, settlement("2458.34", "120.49")))
        .containsExactly(
            "ASSISTANCE must be 2458.33, is 2458.34", "patient must be 120.50, is 120.49");
  }

  @Test
  void aRefusalIsADifference() {
    var refused = JsonMapper.builder().build().readTree("{ \"status\": \"REFUSED\" }");
    assertThat(Sheet.differences(discharge, refused))
        .singleElement()
        .asString()
        .contains("REFUSED");
  }

  @Test
  void theTableNamesAmountAndReferenceOfEveryPayer() {
    assertThat(Sheet.table(discharge, settlement("2458.33", "120.50")))
        .containsPattern("BASIC +5875.00  illustrative; rule 4\n")
        .containsPattern("POVERTY +0.00  no mark\n")
        .containsPattern("patient +120.50\n");
  }
}
