package org.yizhan.settlement.payerchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.parameter.LawUnits;

/**
 * Every number of both cities, typed a second time from the documents: a slip in a file shows here.
 */
class LawNumbersTest {

  /** city/file/key | from | value | status; braces stand for one line per alternative. */
  private static final String NUMBERS =
      """
      441600/chain/resident | 2019-07-01 | BASIC, CATASTROPHIC, POVERTY, ASSISTANCE | seed
      441600/chain/employee | 2019-07-01 | BASIC, CATASTROPHIC, SUPPLEMENTARY, POVERTY, ASSISTANCE | seed
      441600/off-site/payers-that-need-a-filing | 2019-07-01 | POVERTY, ASSISTANCE | seed
      441600/off-site/filed-stays-from | 2019-07-01 | 2019-10-01 | seed
      441600/off-site/needs-open-function | 2019-07-01 | yes | seed
      441600/basic/resident/deductible/level-1 | 2019-01-01 | 300.00 | illustrative
      441600/basic/resident/deductible/level-2 | 2019-01-01 | 500.00 | illustrative
      441600/basic/resident/deductible/level-3 | 2019-01-01 | 700.00 | illustrative
      441600/basic/resident/deductible/off-site | 2019-01-01 | 1200.00 | illustrative
      441600/basic/resident/ratio/in-city/level-1 | 2019-01-01 | 0.9000 | illustrative
      441600/basic/resident/ratio/in-city/level-2 | 2019-01-01 | 0.7500 | illustrative
      441600/basic/resident/ratio/in-city/level-3 | 2019-01-01 | 0.6500 | illustrative
      441600/basic/resident/ratio/filed | 2019-01-01 | 0.5500 | illustrative
      441600/basic/resident/ratio/unfiled | 2019-01-01 | 0.4500 | illustrative
      441600/basic/resident/cap | 2019-01-01 | 200000.00 | illustrative
      441600/basic/employee/deductible/level-1 | 2019-01-01 | 300.00 | illustrative
      441600/basic/employee/deductible/level-2 | 2019-01-01 | 500.00 | illustrative
      441600/basic/employee/deductible/level-3 | 2019-01-01 | 700.00 | illustrative
      441600/basic/employee/deductible/off-site | 2019-01-01 | 1200.00 | illustrative
      441600/basic/employee/active/ratio/in-city/level-1 | 2019-01-01 | 0.9200 | illustrative
      441600/basic/employee/active/ratio/in-city/level-2 | 2019-01-01 | 0.8500 | illustrative
      441600/basic/employee/active/ratio/in-city/level-3 | 2019-01-01 | 0.8000 | illustrative
      441600/basic/employee/active/ratio/filed/level-1 | 2019-01-01 | 0.8700 | illustrative
      441600/basic/employee/active/ratio/filed/level-2 | 2019-01-01 | 0.8000 | illustrative
      441600/basic/employee/active/ratio/filed/level-3 | 2019-01-01 | 0.7500 | illustrative
      441600/basic/employee/active/ratio/unfiled/level-1 | 2019-01-01 | 0.7700 | illustrative
      441600/basic/employee/active/ratio/unfiled/level-2 | 2019-01-01 | 0.7000 | illustrative
      441600/basic/employee/active/ratio/unfiled/level-3 | 2019-01-01 | 0.6500 | illustrative
      441600/basic/employee/retired/ratio/in-city/level-1 | 2019-01-01 | 0.9400 | illustrative
      441600/basic/employee/retired/ratio/in-city/level-2 | 2019-01-01 | 0.8800 | illustrative
      441600/basic/employee/retired/ratio/in-city/level-3 | 2019-01-01 | 0.8400 | illustrative
      441600/basic/employee/retired/ratio/filed/level-1 | 2019-01-01 | 0.8900 | illustrative
      441600/basic/employee/retired/ratio/filed/level-2 | 2019-01-01 | 0.8300 | illustrative
      441600/basic/employee/retired/ratio/filed/level-3 | 2019-01-01 | 0.7900 | illustrative
      441600/basic/employee/retired/ratio/unfiled/level-1 | 2019-01-01 | 0.7900 | illustrative
      441600/basic/employee/retired/ratio/unfiled/level-2 | 2019-01-01 | 0.7300 | illustrative
      441600/basic/employee/retired/ratio/unfiled/level-3 | 2019-01-01 | 0.6900 | illustrative
      441600/basic/employee/cap | 2019-01-01 | 200000.00 | illustrative
      441600/catastrophic/base-excludes-deductible | 2017-01-01 | yes | published
      441600/catastrophic/{resident,employee}/general/deductible | 2019-01-01 | 17600.00 | illustrative
      441600/catastrophic/{resident,employee}/general/tiers | 2019-01-01 | 0.5000 up to 50000.00, 0.5500 up to 100000.00, 0.6500 above | illustrative
      441600/catastrophic/{resident,employee}/general/cap | 2019-01-01 | 150000.00 | illustrative
      441600/catastrophic/{resident,employee}/dibao-and-registered-poor/categories | 2019-01-01 | DIBAO, REGISTERED_POOR | published
      441600/catastrophic/{resident,employee}/dibao-and-registered-poor/deductible-share | 2019-01-01 | 0.3000 | published
      441600/catastrophic/{resident,employee}/dibao-and-registered-poor/tiers | 2019-01-01 | 0.7000 up to 50000.00, 0.7500 up to 100000.00, 0.8000 above | illustrative
      441600/catastrophic/{resident,employee}/dibao-and-registered-poor/cap | 2019-01-01 | none | illustrative
      441600/catastrophic/{resident,employee}/tekun/categories | 2019-01-01 | TEKUN | published
      441600/catastrophic/{resident,employee}/tekun/deductible-share | 2019-01-01 | 0.2000 | published
      441600/catastrophic/{resident,employee}/orphan/categories | 2019-01-01 | ORPHAN | illustrative
      441600/catastrophic/{resident,employee}/orphan/deductible-share | 2019-01-01 | 0.2000 | illustrative
      441600/catastrophic/{resident,employee}/{tekun,orphan}/tiers | 2019-01-01 | 0.8000 up to 50000.00, 0.8500 up to 100000.00, 0.9000 above | illustrative
      441600/catastrophic/{resident,employee}/{tekun,orphan}/cap | 2019-01-01 | none | illustrative
      441600/catastrophic/employee/general/deductible | 2021-01-01 | 10526.00 | published
      441600/catastrophic/employee/general/tiers | 2021-01-01 | 0.6000 up to 50000.00, 0.6500 up to 100000.00, 0.7500 above | published
      441600/catastrophic/employee/general/cap | 2021-01-01 | 162771.00 | published
      441600/catastrophic/employee/dibao-and-registered-poor/categories | 2021-01-01 | DIBAO, REGISTERED_POOR | published
      441600/catastrophic/employee/dibao-and-registered-poor/deductible-share | 2021-01-01 | 0.3000 | published
      441600/catastrophic/employee/dibao-and-registered-poor/tiers | 2021-01-01 | 0.7500 up to 50000.00, 0.8000 up to 100000.00, 0.8500 above | published
      441600/catastrophic/employee/dibao-and-registered-poor/cap | 2021-01-01 | none | published
      441600/catastrophic/employee/{tekun,orphan}/deductible-share | 2021-01-01 | 0.2000 | illustrative
      441600/catastrophic/employee/{tekun,orphan}/tiers | 2021-01-01 | 0.8000 up to 50000.00, 0.8500 up to 100000.00, 0.9000 above | illustrative
      441600/catastrophic/employee/{tekun,orphan}/cap | 2021-01-01 | none | illustrative
      441600/supplementary/deductible | 2019-01-01 | 1000.00 | illustrative
      441600/supplementary/ratio | 2019-01-01 | 0.5000 | illustrative
      441600/supplementary/cap | 2019-01-01 | 50000.00 | illustrative
      441600/poverty/insurer | 2019-01-01 | 中国人寿河源分公司 | seed
      441600/poverty/deductible | 2019-01-01 | 0.00 | illustrative
      441600/poverty/registered-poor/ratio/REGISTERED_POOR | 2019-01-01 | 0.3000 | illustrative
      441600/poverty/registered-poor/cap | 2019-01-01 | 10000.00 | illustrative
      441600/assistance/deductible | 2019-07-01 | 0.00 | seed
      441600/assistance/in-full/ratio/{TEKUN,ORPHAN} | 2019-07-01 | 1.0000 | seed
      441600/assistance/in-full/cap | 2019-07-01 | none | seed
      441600/assistance/in-part/ratio/{DIBAO,REGISTERED_POOR,LOW_INCOME_ELDERLY,LOW_INCOME_MINOR,LOW_INCOME_SERIOUSLY_ILL,LOW_INCOME_DISABLED} | 2019-07-01 | 0.8000 | seed
      441600/assistance/in-part/cap | 2019-07-01 | 80000.00 | illustrative
      330300/chain/{resident,employee} | 2019-10-31 | BASIC, CATASTROPHIC, ASSISTANCE, SPECIAL_CARE | seed
      330300/off-site/payers-that-need-a-filing | 2019-10-31 | ASSISTANCE, SPECIAL_CARE | illustrative
      330300/off-site/filed-stays-from | 2019-10-31 | 2019-10-31 | illustrative
      330300/off-site/needs-open-function | 2019-10-31 | no | illustrative
      330300/basic/resident/deductible/level-1 | 2019-01-01 | 300.00 | illustrative
      330300/basic/resident/deductible/level-2 | 2019-01-01 | 500.00 | illustrative
      330300/basic/resident/deductible/level-3 | 2019-01-01 | 800.00 | illustrative
      330300/basic/resident/deductible/off-site | 2019-01-01 | 1000.00 | illustrative
      330300/basic/resident/ratio/in-city/level-1 | 2019-01-01 | 0.9000 | published
      330300/basic/resident/ratio/in-city/level-2 | 2019-01-01 | 0.8000 | published
      330300/basic/resident/ratio/in-city/level-3 | 2019-01-01 | 0.7000 | published
      330300/basic/resident/ratio/filed | 2019-01-01 | 0.5000 | published
      330300/basic/resident/ratio/unfiled | 2019-01-01 | 0.4000 | illustrative
      330300/basic/resident/cap | 2019-01-01 | 250000.00 | illustrative
      330300/basic/employee/deductible/level-1 | 2019-01-01 | 300.00 | illustrative
      330300/basic/employee/deductible/level-2 | 2019-01-01 | 600.00 | illustrative
      330300/basic/employee/deductible/level-3 | 2019-01-01 | 800.00 | illustrative
      330300/basic/employee/deductible/off-site | 2019-01-01 | 1000.00 | illustrative
      330300/basic/employee/cap | 2019-01-01 | 300000.00 | illustrative
      330300/basic/employee/active/ratio/in-city/level-1 | 2019-01-01 | 0.9000 | illustrative
      330300/basic/employee/active/ratio/in-city/level-2 | 2019-01-01 | 0.8500 | illustrative
      330300/basic/employee/active/ratio/in-city/level-3 | 2019-01-01 | 0.8000 | illustrative
      330300/basic/employee/active/ratio/filed | 2019-01-01 | 0.7500 | illustrative
      330300/basic/employee/active/ratio/unfiled | 2019-01-01 | 0.6500 | illustrative
      330300/basic/employee/retired/ratio/in-city/level-1 | 2019-01-01 | 0.9500 | illustrative
      330300/basic/employee/retired/ratio/in-city/level-2 | 2019-01-01 | 0.9000 | illustrative
      330300/basic/employee/retired/ratio/in-city/level-3 | 2019-01-01 | 0.8500 | illustrative
      330300/basic/employee/retired/ratio/filed | 2019-01-01 | 0.8000 | illustrative
      330300/basic/employee/retired/ratio/unfiled | 2019-01-01 | 0.7000 | illustrative
      330300/catastrophic/base-excludes-deductible | 2019-01-01 | no | illustrative
      330300/catastrophic/{resident,employee}/general/deductible | 2019-01-01 | 23500.00 | published
      330300/catastrophic/{resident,employee}/general/tiers | 2019-01-01 | 0.6000 up to 352500.00 | published
      330300/catastrophic/{resident,employee}/general/cap | 2019-01-01 | none | published
      330300/catastrophic/{resident,employee}/hardship/categories | 2019-01-01 | TEKUN, DIBAO, DIBIAN | published
      330300/catastrophic/{resident,employee}/hardship/deductible-share | 2019-01-01 | 0.5000 | published
      330300/catastrophic/{resident,employee}/hardship/tiers | 2019-01-01 | 0.6500 above | published
      330300/catastrophic/{resident,employee}/hardship/cap | 2019-01-01 | none | published
      330300/assistance/deductible | 2019-07-20 | 0.00 | illustrative
      330300/assistance/in-full/ratio/TEKUN | 2019-07-20 | 1.0000 | illustrative
      330300/assistance/in-full/cap | 2019-07-20 | none | illustrative
      330300/assistance/in-part/ratio/DIBAO | 2019-07-20 | 0.8000 | illustrative
      330300/assistance/in-part/ratio/DIBIAN | 2019-07-20 | 0.7000 | illustrative
      330300/assistance/in-part/ratio/ILLNESS_POOR | 2019-07-20 | 0.6000 | illustrative
      330300/assistance/in-part/cap | 2019-07-20 | 80000.00 | illustrative
      330300/special-care/deductible | 2019-10-31 | 0.00 | illustrative
      330300/special-care/own-standard | 2019-10-31 | yes | seed
      330300/special-care/in-full/ratio/{DISABLED_1_6,RED_ARMY,ANTI_JAPANESE} | 2019-10-31 | 1.0000 | illustrative
      330300/special-care/in-full/cap | 2019-10-31 | none | illustrative
      330300/special-care/in-part/ratio/DISABLED_WAR_7_10 | 2019-10-31 | 0.7000 | published
      330300/special-care/in-part/ratio/DISABLED_DUTY_7_10 | 2019-10-31 | 0.6000 | published
      330300/special-care/in-part/ratio/MARTYR_FAMILY | 2019-10-31 | 0.8000 | published
      330300/special-care/in-part/ratio/DUTY_DEATH_FAMILY | 2019-10-31 | 0.7000 | published
      330300/special-care/in-part/ratio/DISEASE_DEATH_FAMILY | 2019-10-31 | 0.6000 | published
      330300/special-care/in-part/ratio/LIBERATION_WAR | 2019-10-31 | 0.6000 | published
      330300/special-care/in-part/ratio/{POST_1949,SICK_RETURNED,COMBAT_OR_TEST} | 2019-10-31 | 0.5000 | published
      330300/special-care/in-part/cap | 2019-10-31 | 20000.00 | illustrative
      """;

  @Test
  @DisplayName("H5, H6, H7, W2: the files hold these numbers with these statuses, and no others")
  void theFilesHoldTheseNumbers() {
    assertThat(inTheFiles()).containsExactlyInAnyOrderElementsOf(expected());
  }

  @Test
  @DisplayName(
      "H3: the eight categories of Heyuan have assistance; W2: the twelve of Wenzhou have special"
          + " care")
  void everyCategoryIsThere() {
    assertThat(expected())
        .filteredOn(line -> line.startsWith("441600/assistance/in-") && line.contains("/ratio/"))
        .hasSize(8);
    assertThat(expected())
        .filteredOn(line -> line.startsWith("330300/special-care/in-") && line.contains("/ratio/"))
        .hasSize(12);
  }

  @Test
  void everyValueSaysWhereItComesFrom() {
    for (var parameter : LawUnits.FILES.load("parameters", Optional.empty()).all()) {
      assertThat(parameter.description()).isNotBlank();
      for (var row : parameter.values().rows()) {
        assertThat(row.status())
            .as(row.name())
            .isIn("seed", "published", "derived", "illustrative");
        assertThat(row.reference()).as(row.name()).isNotBlank();
        if (row.status().equals("seed")) {
          assertThat(row.reference()).as(row.name()).matches("[HW][0-9]+(, [HW][0-9]+)*");
        }
      }
    }
  }

  private static List<String> inTheFiles() {
    var lines = new ArrayList<String>();
    for (var parameter : LawUnits.FILES.load("parameters", Optional.empty()).all()) {
      for (var row : parameter.values().rows()) {
        lines.add(String.join(" | ", row.name(), row.from().toString(), row.value(), row.status()));
      }
    }
    return lines;
  }

  private static List<String> expected() {
    return NUMBERS.lines().flatMap(line -> alternatives(line).stream()).toList();
  }

  private static List<String> alternatives(String line) {
    int open = line.indexOf('{');
    if (open < 0) {
      return List.of(line);
    }
    int close = line.indexOf('}');
    var lines = new ArrayList<String>();
    for (var alternative : line.substring(open + 1, close).split(",")) {
      lines.addAll(alternatives(line.substring(0, open) + alternative + line.substring(close + 1)));
    }
    return lines;
  }
}
