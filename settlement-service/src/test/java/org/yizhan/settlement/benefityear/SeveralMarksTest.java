package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;
import static org.yizhan.settlement.benefityear.DateAndThresholdEdgesTest.share;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Payer;

/** The most favourable mark per stage, never added up; a person's own standard. */
class SeveralMarksTest {

  @DisplayName("H3, H6, H7: each stage follows the mark that is best there")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          DIBAO TEKUN                | TEKUN | -               | TEKUN           | 1.0000
          REGISTERED_POOR ORPHAN     | ORPHAN | REGISTERED_POOR | ORPHAN          | 1.0000
          LOW_INCOME_ELDERLY DIBAO   | DIBAO | -               | DIBAO           | 0.8000
          LOW_INCOME_ELDERLY         | -     | -               | LOW_INCOME_ELDERLY | 0.8000
          """)
  void theBestMarkPerStage(
      String marks, String catastrophic, String poverty, String assistance, String ratio) {
    var settlement = aBill().marked(marks.split(" ")).of("90000.00").settled();
    assertThat(share(Payer.CATASTROPHIC, settlement).category()).isEqualTo(catastrophic);
    assertThat(share(Payer.POVERTY, settlement).category()).isEqualTo(poverty);
    assertThat(share(Payer.ASSISTANCE, settlement).category()).isEqualTo(assistance);
    assertThat(share(Payer.ASSISTANCE, settlement).explanation().ratio()).hasToString(ratio);
  }

  @Test
  @DisplayName(
      "W2: every percentage category, and the own standard that replaces its ratio, up or down")
  void ownStandard() {
    assertThat(specialCare(aBill().in("330300").marked("SICK_RETURNED"))).isEqualTo("0.5000");
    assertThat(specialCare(aBill().in("330300").markedWithStandard("SICK_RETURNED", "72.5")))
        .isEqualTo("0.7250");
    assertThat(specialCare(aBill().in("330300").markedWithStandard("MARTYR_FAMILY", "10")))
        .isEqualTo("0.1000");
    assertThat(specialCare(aBill().in("330300").markedWithStandard("MARTYR_FAMILY", "33.335")))
        .isEqualTo("0.3334");
  }

  @Test
  @DisplayName(
      "W2: an own standard of zero pays nothing and says so; the standard is among the parameters"
          + " used")
  void ownStandardOfZero() {
    var settlement =
        aBill().in("330300").markedWithStandard("MARTYR_FAMILY", "0").of("9000.00").settled();
    var share = share(Payer.SPECIAL_CARE, settlement);
    assertThat(share.reason()).isEqualTo("the ratio is zero");
    assertThat(share.explanation().parameters())
        .extracting(used -> used.name())
        .contains("330300/special-care/own-standard")
        .doesNotContain("330300/special-care/in-part/ratio/MARTYR_FAMILY");
    assertThat(settlement.category()).isEqualTo("MARTYR_FAMILY");
  }

  @Test
  @DisplayName("W2: an own standard means nothing to assistance")
  void ownStandardElsewhere() {
    var settlement = aBill().in("330300").markedWithStandard("DIBAO", "10").of("9000.00").settled();
    assertThat(share(Payer.ASSISTANCE, settlement).explanation().ratio()).hasToString("0.8000");
  }

  @Test
  @DisplayName("W2: of equal ratios the one without a cap")
  void noCapBeforeACap() {
    var share =
        share(
            Payer.SPECIAL_CARE,
            aBill()
                .in("330300")
                .marked("MARTYR_FAMILY")
                .markedWithStandard("DISABLED_1_6", "80")
                .of("9000.00")
                .settled());
    assertThat(share.category()).isEqualTo("DISABLED_1_6");
    assertThat(share.explanation().capLeftBefore()).isNull();
    var later =
        share(
            Payer.SPECIAL_CARE,
            aBill()
                .in("330300")
                .marked("DISABLED_WAR_7_10")
                .markedWithStandard("RED_ARMY", "70")
                .of("9000.00")
                .settled());
    assertThat(later.category()).isEqualTo("RED_ARMY");
  }

  @Test
  @DisplayName("H3: a mark of the other city's categories decides nothing")
  void foreignCategory() {
    var settlement = aBill().marked("RED_ARMY").of("9000.00").settled();
    assertThat(share(Payer.ASSISTANCE, settlement).amount().isZero()).isTrue();
    assertThat(settlement.category()).isNull();
  }

  private static String specialCare(Bills bill) {
    var share = share(Payer.SPECIAL_CARE, bill.of("9000.00").settled());
    return share.explanation().ratio().toString();
  }
}
