package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.settling.ExpectedYear.Bill;

/** What it must come to that a year adopts the law in force (H10). */
final class ExpectedAdoptions {

  private final Expectations expected;
  private final World world;
  private final Stores stores;

  ExpectedAdoptions(Expectations expected, World world, Stores stores) {
    this.expected = expected;
    this.world = world;
    this.stores = stores;
  }

  /** ADOPTED, LAW_HAS_CHANGED or LAW_CHANGES_NOTHING. */
  String of(AdoptLaw command) {
    var year = expected.years.get(keyOf(command));
    if (year == null) {
      return "LAW_CHANGES_NOTHING";
    }
    if (expected.changes.containsKey(command.commandId())) {
      return "ADOPTED";
    }
    if (stores.readjudications().decided(Set.of(command.commandId())) > 0) {
      return "LAW_CHANGES_NOTHING"; // it is decided once
    }
    if (!world.law().laws().hash().equals(command.parameterHash())) {
      return "LAW_HAS_CHANGED";
    }
    return year.under(world.law().oracle(), of(command, year)).isEmpty()
        ? "LAW_CHANGES_NOTHING"
        : "ADOPTED";
  }

  private static Predicate<Bill> of(AdoptLaw command, ExpectedYear year) {
    assertThat(year.key).isEqualTo(keyOf(command));
    return bill -> {
      var day = bill.command.dischargeDate();
      return !day.isBefore(command.from()) && !day.isAfter(command.to());
    };
  }

  static BenefitYear.Key keyOf(AdoptLaw command) {
    return new BenefitYear.Key(command.personNumber(), command.city(), command.year());
  }

  /** For the first time. */
  void adopt(AdoptLaw command) {
    var year = expected.years.get(keyOf(command));
    var law = world.law().oracle();
    var changes = year.under(law, of(command, year));
    expected.changes.put(command.commandId(), changes);
    year.adopt(law, of(command, year));
    expected.recoveries.open(command.commandId(), command.personNumber(), changes);
  }

  /** What a process that died had already written. */
  void observe(AdoptLaw command) {
    var yearId = BenefitYears.idOf(keyOf(command));
    boolean written = stores.years().revisionOf(yearId, command.commandId()).isPresent();
    if (written && !expected.changes.containsKey(command.commandId())) {
      assertThat(of(command)).isEqualTo("ADOPTED");
      adopt(command);
    }
  }
}
