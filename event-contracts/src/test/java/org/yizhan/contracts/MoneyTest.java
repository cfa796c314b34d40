package org.yizhan.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"0.00, 0", "0.01, 1", "10.00, 1000", "1234.50, 123450"})
  void isReadFromItsWireForm(String yuan, long fen) {
    assertThat(Money.of(yuan)).isEqualTo(Money.ofFen(fen)).hasToString(yuan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999.99"})
  void readsFifteenDigitsOfYuan(String yuan) {
    assertThat(Money.of(yuan)).hasToString(yuan);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        ".00",
        "1.0",
        "1.000",
        "01.00",
        "00.00",
        "-1.00",
        "+1.00",
        "1,00",
        "1.0a",
        "a.00",
        " 1.00",
        "1e3.00",
        "٣.00",
        "1000000000000000.00"
      })
  void refusesEveryOtherForm(String yuan) {
    assertThatThrownBy(() -> Money.of(yuan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two places");
  }
}
