package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.verify.Samples.JSON;
import static org.yizhan.suite.verify.Samples.LAW;
import static org.yizhan.suite.verify.Samples.problemsIn;
import static org.yizhan.suite.verify.Samples.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verifier follows sound settlements, and names what is wrong with the others. */
class VerifierTest {

  private static final List<String> ALL = Samples.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  @DisplayName("H1, H2, H4, H5, H6, H7, H19, W1, W2: a sound settlement is followed to the fen")
  void followsWhatTheSuiteSettled(String name) {
    assertThat(problemsIn(settlement(name))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          what is wrong           | at                                  | said       | named
          a share                 | /shares/3/amount                    | 6986.01    | ASSISTANCE amount is 6986.01, recomputed 6986.00
          the patient             | /patient                            | 9746.49    | patient is 9746.49, recomputed 9746.50
          the bill                | /total                              | 50000.01   | total is 50000.01, recomputed 50000.00
          a ratio                 | /shares/0/explanation/ratio         | 0.6600     | BASIC ratio is 0.6600, recomputed 0.6500
          a deductible            | /shares/0/explanation/deductible    | 500.00     | BASIC deductible is 500.00, recomputed 700.00
          a base                  | /shares/1/explanation/base          | 15155.00   | CATASTROPHIC base is 15155.00, recomputed 14455.00
          a slice's bound         | /shares/1/explanation/slices/0/to   | 14000.00   | CATASTROPHIC slice 1 to is 14000.00, recomputed 14455.00
          a slice's ratio         | /shares/1/explanation/slices/0/ratio | 0.7500    | CATASTROPHIC slice 1 ratio is 0.7500, recomputed 0.7000
          a cap                   | /shares/3/explanation/capLeftBefore | 90000.00   | ASSISTANCE capLeftBefore is 90000.00, recomputed 80000.00
          what is left of a cap   | /shares/3/explanation/capLeftAfter  | 0.00       | ASSISTANCE capLeftAfter is 0.00, recomputed 73014.00
          what was open           | /shares/3/explanation/openBefore    | 8732.51    | ASSISTANCE openBefore is 8732.51, recomputed 8732.50
          rounding                | /shares/3/explanation/rounding      | down       | ASSISTANCE rounding is down, recomputed half up to the fen
          a group                 | /shares/1/explanation/group         | tekun      | CATASTROPHIC group is tekun, recomputed [dibao-and-registered-poor]
          a category              | /category                           | TEKUN      | category is TEKUN, recomputed DIBAO
          a mark                  | /shares/3/category                  | TEKUN      | ASSISTANCE names 441600/assistance/in-part/ratio/DIBAO, which its rule does not use
          a parameter's value     | /shares/0/explanation/parameters/3/value | 1.00  | BASIC parameter 441600/basic/resident/cap value is 1.00, recomputed 200000.00
          a parameter's date      | /shares/0/explanation/parameters/3/from | 2020-01-01 | BASIC parameter 441600/basic/resident/cap from is 2020-01-01, recomputed 2019-01-01
          a parameter's status    | /shares/0/explanation/parameters/3/status | seed | BASIC parameter 441600/basic/resident/cap status is seed, recomputed illustrative
          a clause                | /shares/3/explanation/parameters/2/reference | H6 | ASSISTANCE parameter 441600/assistance/in-part/ratio/DIBAO reference is H6, recomputed H7
          a parameter             | /shares/0/explanation/parameters/3/name | x/y    | BASIC does not name 441600/basic/resident/cap
          what is illustrative    | /parameters/illustrative/0          | x          | illustrative is x,
          the law                 | /parameters/hash                    | 00         | was made by parameters that are not at hand, hash 00
          the version of the law  | /parameters/version                 | 2019-01-01 | parameters version is 2019-01-01, recomputed 2021-01-01
          a reason                | /shares/2/reason                    | ''         | POVERTY must state a reason exactly when it pays nothing
          a rule                  | /shares/2/explanation/rule          | generous   | POVERTY rule is generous, recomputed none
          the year                | /yearToDate/year                    | 2020       | yearToDate year is 2020, recomputed 2019
          """)
  void namesWhatIsWrong(String what, String at, String said, String named) {
    var altered = settlement("heyuan-resident");
    assertThat(altered.at(at).isMissingNode()).as(at).isFalse();
    Alteration.set(altered, at, JSON.valueToTree(said));
    assertThat(problemsIn(altered)).anySatisfy(line -> assertThat(line).contains(named));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  @DisplayName("no figure, date, name or text can be altered alone without being noticed")
  void noFigureIsAlteredUnnoticed(String name) {
    var sound = settlement(name);
    var places = Alteration.placesIn(sound);
    assertThat(places).hasSizeGreaterThan(60);
    for (var place : places) {
      var altered = sound.deepCopy();
      Alteration.alter(altered, place);
      assertThat(problemsIn(altered)).as("%s altered to %s", place, altered.at(place)).isNotEmpty();
    }
  }

  @Test
  @DisplayName("H4: payers in another order, or one too few, are no chain")
  void theChainMustBeWholeAndInOrder() {
    var swapped = settlement("heyuan-resident");
    var shares = (ArrayNode) swapped.path("shares");
    var poverty = shares.remove(2);
    shares.add(poverty);
    assertThat(problemsIn(swapped))
        .anyMatch(line -> line.contains("chain is BASIC, CATASTROPHIC, ASSISTANCE, POVERTY"));
    shares.remove(3);
    assertThat(problemsIn(swapped)).anyMatch(line -> line.contains("recomputed BASIC"));
  }

  @Test
  @DisplayName("H6, H7: a mark that the settlement itself names is used where it gives more")
  void aMarkThatGivesMoreIsNotOverlooked() {
    var settlement = settlement("heyuan-resident");
    ((ObjectNode) settlement.at("/shares/1")).put("category", "TEKUN");
    assertThat(problemsIn(settlement))
        .anyMatch(line -> line.contains("ASSISTANCE would pay more by the mark TEKUN"))
        .anyMatch(line -> line.contains("CATASTROPHIC group tekun would give 8748.00"));
  }

  @Test
  @DisplayName(
      "H7: the numbers come from the files: with another one there the same settlement is wrong")
  void readsTheFilesItself(@TempDir Path overlay) throws IOException {
    var file = Files.createDirectories(overlay.resolve("441600")).resolve("assistance.yaml");
    var shipped = Files.readString(Law.shipped().resolve("441600/assistance.yaml"));
    Files.writeString(file, shipped.replace("DIBAO: 0.80", "DIBAO: 0.75"));
    var law = Law.read(Law.shipped(), overlay);
    var settlement = settlement("heyuan-resident");
    ((ObjectNode) settlement.path("parameters"))
        .put("hash", law.hash())
        .put("version", "2021-01-01 with overlay 441600/assistance.yaml");
    assertThat(new Verifier(List.of(LAW, law), Registers.empty()).problemsIn(settlement))
        .anyMatch(line -> line.contains("ASSISTANCE ratio is 0.8000, recomputed 0.7500"))
        .anyMatch(line -> line.contains("ASSISTANCE amount is 6986.00, recomputed 6549.38"))
        .noneMatch(line -> line.contains("BASIC") || line.contains("version"));
  }
}
