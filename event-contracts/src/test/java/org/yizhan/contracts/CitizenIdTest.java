package org.yizhan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitizenIdTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          case                             | text                  | stands
          alone                            | 441600198001010019    | true
          in a sentence                    | 决定 441600198001010019 号 | true
          part of a longer number          | 12441600198001010019  | false
          division, moment and counter     | 44160220191203080000  | false
          with a small x                   | 33030019761103001x    | true
          a serial number of eighteen      | 441600198001010018    | false
          eighteen digits without a birth  | 100000000000000001    | false
          one short                        | 44160019800101001     | false
          nothing                          | ''                    | false
          """)
  void findsANumberInAText(String name, String text, boolean stands) {
    assertThat(CitizenId.standsIn(text)).isEqualTo(stands);
  }

  @Test
  void findsOnlyPeopleBornBeforeTheDay() {
    var id = "441600198001010019";
    assertThat(CitizenId.standsIn(id, LocalDate.parse("1980-01-02"))).isTrue();
    assertThat(CitizenId.standsIn(id, LocalDate.parse("1980-01-01"))).isFalse();
  }
}
