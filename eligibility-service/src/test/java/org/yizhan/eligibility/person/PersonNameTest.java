package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;

class PersonNameTest {

  /** A seal that begins with # was made with another key. */
  private static final SealedTexts TEXTS =
      (one, other) ->
          one.startsWith("#") || other.startsWith("#")
              ? Optional.empty()
              : Optional.of(one.equals(other));

  @DisplayName("H9: a name agrees with any that an agency stated, and with none it is not asked")
  @ParameterizedTest(name = "{0} among {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "Wang, Wang,      true",
        "Wang, Li,        false",
        "Wang, Li Wang,   true",
        "Wang, Wang Li,   true",
        "Wang, ? Wang,    true",
        "Wang, #Wang Li,  false",
        "Wang, #Wang,     -",
        "Wang, ?,         -",
      })
  void isNamed(String stated, String known, Boolean agrees) {
    var person = Person.unheardOf("P1");
    var say = new Reports("P1");
    for (var name : Arrays.asList(known.split(" "))) {
      var mark = say.joined("DIBAO", "2019-07-01");
      person = person.with(named(mark, name.equals("?") ? null : name), List.of());
    }
    assertThat(person.isNamed(stated, TEXTS)).isEqualTo(Optional.ofNullable(agrees));
  }

  private static MarkReported named(MarkReported mark, String sealedName) {
    var o = mark.origin();
    return new MarkReported(
        new Origin(
            o.changeId(),
            o.agency(),
            o.source(),
            o.personNumber(),
            o.maskedId(),
            o.sealedId(),
            sealedName,
            o.receivedAt(),
            o.remarks()),
        mark.kind(),
        mark.county(),
        mark.category(),
        mark.effectiveFrom(),
        mark.effectiveTo(),
        mark.basis(),
        mark.standardPercent());
  }
}
