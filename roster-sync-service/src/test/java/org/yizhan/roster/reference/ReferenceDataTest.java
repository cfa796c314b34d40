package org.yizhan.roster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Topics;

class ReferenceDataTest {

  /** Typed from the category table once more, independently of the data file. */
  private static final String TABLE =
      """
      DIBAO 330300+441600 civil-affairs
      TEKUN 330300+441600 civil-affairs
      ORPHAN 441600 civil-affairs
      REGISTERED_POOR 441600 poverty-relief
      LOW_INCOME_ELDERLY 441600 civil-affairs
      LOW_INCOME_MINOR 441600 civil-affairs
      LOW_INCOME_SERIOUSLY_ILL 441600 civil-affairs
      LOW_INCOME_DISABLED 441600 disabled-persons
      DIBIAN 330300 civil-affairs
      ILLNESS_POOR 330300 civil-affairs
      DISABLED_1_6 330300 veterans-affairs
      RED_ARMY 330300 veterans-affairs
      ANTI_JAPANESE 330300 veterans-affairs
      DISABLED_WAR_7_10 330300 veterans-affairs
      DISABLED_DUTY_7_10 330300 veterans-affairs
      MARTYR_FAMILY 330300 veterans-affairs
      DUTY_DEATH_FAMILY 330300 veterans-affairs
      DISEASE_DEATH_FAMILY 330300 veterans-affairs
      LIBERATION_WAR 330300 veterans-affairs
      POST_1949 330300 veterans-affairs
      SICK_RETURNED 330300 veterans-affairs
      COMBAT_OR_TEST 330300 veterans-affairs
      """;

  private final ReferenceData reference = ReferenceData.load();

  @Test
  @DisplayName("H3, W2: the categories, their cities and who confirms them are those of the table")
  void categoriesAreThoseOfTheTable() {
    var read = reference.categoryCodes().stream().map(this::line).collect(Collectors.toSet());
    assertThat(read).isEqualTo(TABLE.lines().collect(Collectors.toSet()));
  }

  private String line(String code) {
    var category = reference.category(code).orElseThrow();
    var cities = category.cities().stream().sorted().collect(Collectors.joining("+"));
    return code + " " + cities + " " + category.agency();
  }

  @Test
  @DisplayName("H3 has eight categories in Heyuan, W2 twelve of veterans affairs in Wenzhou")
  void countsOfTheTwoDocuments() {
    assertThat(reference.categoryCodes().stream().filter(code -> existsIn(code, "441600")))
        .hasSize(8);
    assertThat(reference.categoryCodes().stream().filter(this::isOfVeterans)).hasSize(12);
  }

  private boolean existsIn(String code, String city) {
    return reference.category(code).orElseThrow().cities().contains(city);
  }

  private boolean isOfVeterans(String code) {
    return reference.category(code).orElseThrow().agency().equals("veterans-affairs");
  }

  @Test
  void everyCategoryHasALabelAndAnAgencyWithATopic() {
    for (var code : reference.categoryCodes()) {
      var category = reference.category(code).orElseThrow();
      assertThat(category.label()).as(code).isNotBlank();
      assertThat(Topics.MARKING_AGENCIES).as(code).contains(category.agency());
    }
  }

  @Test
  void theServedCitiesAreTwo() {
    assertThat(reference.cities()).isEqualTo(Set.of("441600", "330300"));
  }

  @Test
  void aCountyStartsWithTheFourDigitsOfItsCity() {
    for (var code : reference.divisionCodes()) {
      var division = reference.division(code).orElseThrow();
      assertThat(code.substring(0, 4) + "00").isEqualTo(division.city());
      assertThat(division.label()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "441602, 2019-01-01, true",
    "441671, 2026-01-01, true",
    "330371, 2022-12-31, true",
    "330371, 2023-01-01, false",
    "330383, 2019-08-15, false",
    "330383, 2019-08-16, true",
  })
  void codesComeAndGo(String code, LocalDate day, boolean inForce) {
    assertThat(reference.division(code).orElseThrow().isInForceOn(day)).isEqualTo(inForce);
  }
}
