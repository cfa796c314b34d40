package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The verifier follows a sound settlement, and is not to be fooled by one that is a fen out. */
class RecomputeTest {

  /** 低保 resident, level 3: reckoned by hand. */
  private static final String SETTLEMENT =
      """
      { "settlementId": "S", "total": "50000.00", "fullSelfPay": "5000.00", "overLimit": "0.00",
        "priorSelfPay": "3000.00", "inPolicy": "42000.00", "patient": "9746.50",
        "yearToDate": { "year": 2019, "BASIC": "26845.00", "CATASTROPHIC": "6422.50",
                        "POVERTY": "0.00", "ASSISTANCE": "6986.00" },
        "shares": [
          { "payer": "BASIC", "amount": "26845.00", "explanation": {
              "rule": "stay", "base": "42000.00", "deductible": "700.00", "ratio": "0.6500",
              "openBefore": "42000.00", "capLeftBefore": "200000.00", "capLeftAfter": "173155.00",
              "rounding": "half up to the fen" } },
          { "payer": "CATASTROPHIC", "amount": "6422.50", "explanation": {
              "rule": "cumulative-tier", "group": "dibao", "base": "14455.00", "deductible": "5280.00",
              "cumulativeBefore": "0.00", "cumulativeAfter": "14455.00",
              "slices": [ { "from": "5280.00", "to": "14455.00", "ratio": "0.7000" } ],
              "openBefore": "15155.00", "rounding": "half up to the fen" } },
          { "payer": "POVERTY", "amount": "0.00", "reason": "no mark", "explanation": {
              "rule": "none", "openBefore": "8732.50" } },
          { "payer": "ASSISTANCE", "amount": "6986.00", "explanation": {
              "rule": "remainder", "base": "8732.50", "deductible": "0.00", "ratio": "0.8000",
              "openBefore": "8732.50", "capLeftBefore": "80000.00", "capLeftAfter": "73014.00",
              "rounding": "half up to the fen" } } ] }
      """;

  private static List<String> problemsIn(String settlement) {
    return Recompute.problemsIn(JsonMapper.builder().build().readTree(settlement));
  }

  @Test
  void followsASoundSettlement() {
    assertThat(problemsIn(SETTLEMENT)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          what is wrong          | found                       | said
          a fen too many         | "amount": "26845.00"        | "amount": "26845.01"
          patient a fen short    | "patient": "9746.50"        | "patient": "9746.49"
          another total          | "total": "50000.00"         | "total": "50000.01"
          another ratio          | "ratio": "0.6500"           | "ratio": "0.6501"
          another deductible     | "deductible": "700.00"      | "deductible": "700.10"
          another base           | "base": "42000.00"          | "base": "42000.01"
          a tier's ratio         | "ratio": "0.7000"           | "ratio": "0.7100"
          a gap below a tier     | "from": "5280.00"           | "from": "5280.01"
          a tier too far         | "to": "14455.00"            | "to": "14456.00"
          growth that jumps      | "cumulativeAfter": "14455.00" | "cumulativeAfter": "14455.01"
          open before            | "openBefore": "8732.50"     | "openBefore": "8732.51"
          a cap that was missed  | "capLeftBefore": "80000.00" | "capLeftBefore": "6000.00"
          cap left after         | "capLeftAfter": "73014.00"  | "capLeftAfter": "73014.01"
          nothing without reason | "reason": "no mark"         | "reason": ""
          an unknown rule        | "rule": "none"              | "rule": "generous"
          an unknown payer       | "payer": "POVERTY"          | "payer": "CHARITY"
          three decimals         | "amount": "6422.50"         | "amount": "6422.500"
          """)
  void isNotFooled(String what, String found, String said) {
    assertThat(SETTLEMENT).contains(found);
    assertThat(problemsIn(SETTLEMENT.replace(found, said))).as(what).isNotEmpty();
  }
}
