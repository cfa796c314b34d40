package org.yizhan.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H16: the totals of a fund's sheets as they are printed. */
class InWordsTest {

  @ParameterizedTest(name = "{0} fen")
  @CsvSource({
    "0, 人民币零元整",
    "1, 人民币壹分",
    "10, 人民币壹角整",
    "99, 人民币玖角玖分",
    "100, 人民币壹元整",
    "105, 人民币壹元零伍分",
    "150, 人民币壹元伍角整",
    "1000, 人民币壹拾元整",
    "100700, 人民币壹仟零柒元整",
    "110056, 人民币壹仟壹佰元伍角陆分",
    "123456789, 人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分",
    "1000000100, 人民币壹仟万零壹元整",
    "10000000000, 人民币壹亿元整",
    "10100000000, 人民币壹亿零壹佰万元整",
    "25000000, 人民币贰拾伍万元整",
    "1000000000000, 人民币壹佰亿元整",
    "123000000000001, 人民币壹万贰仟叁佰亿元零壹分",
    "-3705, 人民币负叁拾柒元零伍分"
  })
  void anAmountIsWrittenSoThatNobodyCanChangeIt(long fen, String words) {
    assertThat(InWords.of(fen)).isEqualTo(words);
  }
}
