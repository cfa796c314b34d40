package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Settlement;

/** Whole bills computed by hand with exact fractions, by somebody who did not write the code. */
class WorkedExamplesTest {

  @DisplayName("H1, H2, H3, H4, H6, H7, W1, W2: whole bills")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = false,
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # example                             | city   | who      | level | place   | marks                    | full     | over   | prior   | discharge  | in-policy | total     | shares                                                                                              | patient
          1 低保 resident, level 3              | 441600 | RESIDENT | 3     | IN_CITY | DIBAO                    | 5000.00  | 0.00   | 3000.00 | 2019-11-15 | 42000.00  | 50000.00  | BASIC=26845.00 CATASTROPHIC=6422.50 POVERTY=0.00 ASSISTANCE=6986.00                                 | 9746.50
          2 特困 resident, level 2, small bill  | 441600 | RESIDENT | 2     | IN_CITY | TEKUN                    | 120.50   | 0.00   | 0.00    | 2019-11-15 | 8333.33   | 8453.83   | BASIC=5875.00 CATASTROPHIC=0.00 POVERTY=0.00 ASSISTANCE=2458.33                                     | 120.50
          3 建档立卡: all four payers           | 441600 | RESIDENT | 3     | IN_CITY | REGISTERED_POOR          | 6000.00  | 500.00 | 2111.12 | 2019-11-15 | 88888.88  | 97500.00  | BASIC=57322.77 CATASTROPHIC=17910.28 POVERTY=4096.75 ASSISTANCE=7647.26                             | 10522.94
          5 建档立卡 employee, unfiled          | 441600 | ACTIVE   | 3     | UNFILED | REGISTERED_POOR          | 10000.00 | 0.00   | 0.00    | 2019-12-02 | 150000.00 | 160000.00 | BASIC=96720.00 CATASTROPHIC=32864.00 SUPPLEMENTARY=9708.00 POVERTY=0.00 ASSISTANCE=0.00             | 20708.00
          6 低保 + 孤儿 (two marks), level 1    | 441600 | RESIDENT | 1     | IN_CITY | DIBAO ORPHAN             | 0.00     | 0.00   | 0.00    | 2019-11-15 | 15000.01  | 15000.01  | BASIC=13230.01 CATASTROPHIC=0.00 POVERTY=0.00 ASSISTANCE=1770.00                                    | 0.00
          9 七至十级因战 resident, level 3      | 330300 | RESIDENT | 3     | IN_CITY | DISABLED_WAR_7_10        | 2000.00  | 0.00   | 0.00    | 2019-11-15 | 60000.00  | 62000.00  | BASIC=41440.00 CATASTROPHIC=0.00 ASSISTANCE=0.00 SPECIAL_CARE=12992.00                              | 7568.00
          10 低保 + 烈士遗属, retired, level 2  | 330300 | RETIRED  | 2     | IN_CITY | DIBAO MARTYR_FAMILY      | 0.00     | 0.00   | 800.00  | 2019-11-15 | 25000.55  | 25800.55  | BASIC=21960.50 CATASTROPHIC=0.00 ASSISTANCE=2432.04 SPECIAL_CARE=486.41                             | 921.60
          12 below the deductible, 特困         | 441600 | RESIDENT | 3     | IN_CITY | TEKUN                    | 0.00     | 0.00   | 0.00    | 2019-11-15 | 650.00    | 650.00    | BASIC=0.00 CATASTROPHIC=0.00 POVERTY=0.00 ASSISTANCE=650.00                                         | 0.00
          """)
  void isDividedAsComputedByHand(
      String example,
      String city,
      String who,
      int level,
      Place place,
      String marks,
      String full,
      String over,
      String prior,
      String discharge,
      String inPolicy,
      String total,
      String shares,
      String patient) {
    var settlement =
        aBill()
            .in(city)
            .as(who)
            .atLevel(level)
            .at(place)
            .marked(marks.split(" "))
            .andBeside(full, over, prior)
            .dischargedOn(discharge)
            .of(inPolicy)
            .settled();
    assertThat(settlement.total()).hasToString(total);
    assertThat(sharesOf(settlement)).isEqualTo(shares);
    assertThat(settlement.patient()).hasToString(patient);
  }

  @Test
  @DisplayName("H7: example 7, three stays in one year: cumulative base, then the assistance cap")
  void threeStaysInOneYear() {
    var expected = new LinkedHashMap<String, String>();
    expected.put(
        "2019-08-01 120000.00",
        "BASIC=77545.00 CATASTROPHIC=12077.50 POVERTY=0.00 ASSISTANCE=24302.00 patient=6075.50");
    expected.put(
        "2019-10-08 260000.00",
        "BASIC=122455.00 CATASTROPHIC=82712.50 POVERTY=0.00 ASSISTANCE=43866.00 patient=10966.50");
    expected.put(
        "2019-12-20 90000.00",
        "BASIC=0.00 CATASTROPHIC=55210.00 POVERTY=0.00 ASSISTANCE=11832.00 patient=22958.00");
    var year = aBill().emptyYear();
    for (Map.Entry<String, String> stay : expected.entrySet()) {
      var dayAndAmount = stay.getKey().split(" ");
      var settled =
          aBill()
              .marked("LOW_INCOME_SERIOUSLY_ILL")
              .dischargedOn(dayAndAmount[0])
              .of(dayAndAmount[1])
              .settledIn(year);
      var settlement = settled.settlement();
      assertThat(sharesOf(settlement) + " patient=" + settlement.patient())
          .isEqualTo(stay.getValue());
      year = year.with(settled.claim());
    }
    assertThat(year.version()).isEqualTo(3);
  }

  static String sharesOf(Settlement settlement) {
    var text = new StringBuilder();
    for (var share : settlement.shares()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(share.payer())
          .append('=')
          .append(share.amount());
    }
    return text.toString();
  }
}
