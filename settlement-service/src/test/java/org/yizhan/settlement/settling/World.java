package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.benefityear.Oracle;
import org.yizhan.settlement.benefityear.Oracle.Visit;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.settling.ReferenceData.FunctionState;

/** Persons, off-site functions, the law in force and the time: what a history happens in. */
final class World {

  static final String HEYUAN = "441600";

  /** Every law that is ever in force, as the service reads it and as the oracle does. */
  record InForce(Laws laws, Oracle.Law oracle) {}

  final Map<String, Townsperson> persons = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final RandomGenerator random;
  private final Stores stores;
  private final List<InForce> laws;
  private int law;
  private OffsetDateTime now = OffsetDateTime.parse("2022-01-01T08:00:00+08:00");

  World(RandomGenerator random, Stores stores, List<InForce> laws) {
    this.random = random;
    this.stores = stores;
    this.laws = laws;
    Hospitals.register(stores.reference());
    toggleFunction();
    for (int i = 0; i < 3; i++) {
      var person = new Townsperson("P000000000000000" + i, random);
      persons.put(person.number(), person);
      tell(person);
    }
  }

  Townsperson somebody() {
    return List.copyOf(persons.values()).get(random.nextInt(persons.size()));
  }

  /** Returns the commands that waited for it. */
  List<SettleDischarge> tell(Townsperson person) {
    person.change();
    return stores.coverages().keep(List.of(person.coverage()));
  }

  void toggleFunction() {
    boolean opens = open.add(HEYUAN) || !open.remove(HEYUAN);
    stores.reference().keepFunction(new FunctionState(HEYUAN, opens, "test", now.toString()));
  }

  void changeLaw() {
    law = random.nextInt(laws.size());
  }

  InForce law() {
    return laws.get(law);
  }

  OffsetDateTime now() {
    return now;
  }

  OffsetDateTime later() {
    now = now.plusSeconds(1 + random.nextInt(12));
    return now;
  }

  /** A stay as it is known now; null without an enrolment on the day of admission. */
  Visit visit(SettleDischarge bill) {
    return persons.get(bill.personNumber()).visit(bill, open.contains(HEYUAN)).orElse(null);
  }

  /** A stay that was settled, as it is known now: hospital and function stay as they were. */
  Visit visitAgain(ExpectedYear.Bill bill) {
    return persons
        .get(bill.command.personNumber())
        .visit(bill.command, bill.visit().open())
        .filter(visit -> visit.city().equals(bill.visit().city()))
        .orElse(null);
  }
}
