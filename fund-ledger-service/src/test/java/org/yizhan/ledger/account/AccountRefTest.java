package org.yizhan.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRefTest {

  @Test
  void hasOneTextHoweverItWasBuilt() {
    var one = AccountRef.of("1901").with(Dimension.COUNTY, "441602").with(Dimension.INSURER, "人寿");
    var other =
        AccountRef.of("1901").with(Dimension.INSURER, "人寿").with(Dimension.COUNTY, "441602");
    assertThat(one).isEqualTo(other).hasToString("1901[county=441602,insurer=人寿]");
    assertThat(other).hasToString(one.toString());
    assertThat(AccountRef.of("1003")).hasToString("1003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"中国人寿河源分公司", "A, B = C", "[x]/y@z", "100%", "a+b", "$a.b", " ", ""})
  void isReadBackFromItsText(String insurer) {
    var ref =
        AccountRef.of("1901").with(Dimension.COUNTY, "441602").with(Dimension.INSURER, insurer);
    assertThat(AccountRef.parse(ref.toString())).isEqualTo(ref);
  }

  @Test
  void refusesOtherTexts() {
    assertThatThrownBy(() -> AccountRef.parse("1901[county"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1901[county");
    assertThatThrownBy(() -> AccountRef.parse("1901[street=1]"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
