package org.yizhan.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNumberTest {

  @ParameterizedTest
  @CsvSource({
    "00000000000000000000, P0000000000000000",
    "ffffffffffffffffffff, PZZZZZZZZZZZZZZZZ",
    "0000000000000000001f, P000000000000000Z",
    "00443214c74254b635cf, P0123456789ABCDEF",
    "84653a56d7c675be77df, PGHJKMNPQRSTVWXYZ",
    "f8000000000000000000, PZ000000000000000",
  })
  void spellsEightyBitsInSixteenCharactersThatCannotBeMisread(String hash, String number) {
    assertThat(PersonNumber.ofHash(HexFormat.of().parseHex(hash))).isEqualTo(number);
  }

  @Test
  void readsTheFirstTenBytesOnly() {
    var hash = HexFormat.of().parseHex("00443214c74254b635cf" + "abcdef");
    assertThat(PersonNumber.ofHash(hash)).isEqualTo("P0123456789ABCDEF");
  }

  @Test
  void needsTenBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PersonNumber.ofHash(new byte[9]))
        .withMessageContaining("10 bytes")
        .withMessageContaining("9");
  }
}
