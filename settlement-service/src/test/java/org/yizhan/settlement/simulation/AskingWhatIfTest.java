package org.yizhan.settlement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.simulation.AskingWhatIf.Outcome;

class AskingWhatIfTest {

  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
  private static final Period YEAR =
      new Period(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31"));

  private final SimulationsInMemory simulations = new SimulationsInMemory();
  private final AskingWhatIf asking = new AskingWhatIf(simulations, LAWS);

  private Outcome ask(String city, Map<String, String> overlay) {
    return asking.ask(ID, city, YEAR, overlay, NOW);
  }

  private Problem refusal(String city, Map<String, String> overlay) {
    var problem = ((Outcome.Refused) ask(city, overlay)).problem();
    assertThat(problem.status()).isEqualTo(422);
    assertThat(simulations.find(ID)).isEmpty();
    return problem;
  }

  @Test
  void aSoundQuestionIsKept() {
    var overlay = Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50");
    assertThat(ask("441600", overlay)).isInstanceOf(Outcome.Accepted.class);
    var question = simulations.find(ID).orElseThrow().question();
    assertThat(question.overlay()).isEqualTo(new TreeMap<>(overlay));
    assertThat(question.hashInForce()).isEqualTo(LAWS.hash());
    assertThat(question.hashOnTrial()).isEqualTo(LAWS.with(overlay).hash());
  }

  @Test
  void aNameWithoutFolderIsAFileOfTheCity() {
    var text = Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50").get(Overlays.ASSISTANCE);
    ask("441600", Map.of("assistance.yaml", text));
    assertThat(simulations.find(ID).orElseThrow().question().overlay())
        .containsOnlyKeys(Overlays.ASSISTANCE);
  }

  @DisplayName("H7: a draft that cannot be law is refused with file, key and date")
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DIBAO: 0.80       | DIBAO: 1.20       | 441600/assistance.yaml, in-part/ratio, 2019-07-01 | must be a ratio between 0 and 1 with at most four decimals, was 1.20
          value: 80000      | value: -1         | 441600/assistance.yaml, in-part/cap, 2019-07-01   | must be an amount in yuan with at most two decimals, was -1
          from: 2019-07-01  | from: 2019-13-01  | 441600/assistance.yaml, deductible, 2019-13-01    | must be a day such as 2019-07-01, was 2019-13-01
          status: seed      | status: guess     | 441600/assistance.yaml, deductible, 2019-07-01    | the status must be one of seed, published, derived, illustrative, was guess
          unit: yuan-or-none| unit: yuan        | 441600/assistance.yaml, in-full/cap, 2019-07-01   | must be an amount in yuan with at most two decimals, was none
          in-part:          | in-parts:         |                                                   |
          """)
  void aBadDraft(String shipped, String changed, String where, String rule) {
    var overlay = Overlays.assistance(shipped, changed);
    if (where == null) {
      assertThat(ask("441600", overlay))
          .as("another group's name is no mistake")
          .isInstanceOf(Outcome.Accepted.class);
      return;
    }
    var problem = refusal("441600", overlay);
    assertThat(problem.code()).isEqualTo("parameters-invalid");
    assertThat(problem.errors()).containsExactly(new FieldError(where, null, rule));
  }

  @Test
  void everyBadFileIsNamedAtOnce() {
    var overlay =
        Map.of(
            "441600/assistance.yaml", "in-part: [",
            "441600/poverty.yaml", "ratios: { description: x, unit: percent, values: [] }",
            "../../secret.yaml", "a: b",
            "basic.yaml", "&a {resident: *a}",
            "chain.yaml",
                """
                residents:
                  description: misspelt
                  unit: payers
                  values:
                    - { from: 2019-07-01, value: [BASIC], status: seed, reference: H4 }
                """);
    assertThat(refusal("441600", overlay).errors())
        .extracting(error -> error.field() + ": " + error.rule().lines().findFirst().orElse(""))
        .containsExactly(
            "../../secret.yaml: a file of the overlay must be named <city>/<subject>.yaml",
            "441600/assistance.yaml: is not YAML: while parsing a flow node",
            "441600/basic.yaml, resident/resident/resident/resident/resident/resident/resident:"
                + " folders must not lie deeper than 8",
            "441600/chain.yaml, 441600/chain/residents: no rule reads this parameter; is it"
                + " misspelt?",
            "441600/poverty.yaml, ratios: the unit must be one of [categories, date, payers, ratio,"
                + " text, tiers, yes-no, yuan, yuan-or-none], was percent");
  }

  @Test
  void aCityWithoutLawIsRefused() {
    assertThat(refusal("110100", Map.of()).code()).isEqualTo("unknown-city");
  }
}
