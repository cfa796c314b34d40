package org.yizhan.settlement.settling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;

/** Commands and coverages as the contracts of the stores need them. */
final class Examples {

  static final OffsetDateTime NOON = OffsetDateTime.parse("2020-01-02T12:00:00+08:00");
  static final String PERSON = "P0123456789ABCDEF";

  private Examples() {}

  static SettleDischarge discharge(String encounter, Long eligibilityVersion, UUID replaces) {
    var day = LocalDate.parse("2020-01-02");
    var zero = Money.ZERO;
    return new SettleDischarge(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "H44160200001",
        encounter,
        PERSON,
        day,
        day,
        null,
        new Bill(zero, zero, zero, zero, zero),
        eligibilityVersion,
        replaces,
        NOON);
  }

  static Coverage coverage(long version) {
    return new Coverage(
        PERSON, "441600********0014", null, null, version, List.of(), List.of(), List.of());
  }
}
