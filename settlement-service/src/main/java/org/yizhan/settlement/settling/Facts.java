package org.yizhan.settlement.settling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.settling.Coverages.Known;
import org.yizhan.settlement.settling.Encounters.Encounter;
import org.yizhan.settlement.settling.Encounters.Holding;

/** What is known when a batch arrives: one look-up per kind, however many commands there are. */
record Facts(
    Map<UUID, DischargeRefused> refusals,
    Map<Encounter, Holding> holdings,
    Map<String, Known> coverages,
    Map<String, Hospital> hospitals,
    Set<String> citiesWithOpenFunction) {

  static Facts of(List<SettleDischarge> commands, Stores stores) {
    var ids = new HashSet<UUID>();
    var encounters = new HashSet<Encounter>();
    var persons = new HashSet<String>();
    var hospitals = new HashSet<String>();
    for (var command : commands) {
      ids.add(command.commandId());
      encounters.add(Encounter.of(command));
      persons.add(command.personNumber());
      hospitals.add(command.hospitalCode());
    }
    return new Facts(
        stores.settlements().refusalsOf(ids),
        stores.encounters().find(encounters),
        stores.coverages().find(persons),
        stores.reference().hospitals(hospitals),
        stores.reference().citiesWithOpenFunction());
  }

  Known coverageOf(SettleDischarge command) {
    return coverages.getOrDefault(command.personNumber(), Known.NOTHING);
  }

  Holding holdingOf(SettleDischarge command) {
    return holdings.getOrDefault(Encounter.of(command), Holding.FREE);
  }

  StayFacts stayOf(SettleDischarge command, Known coverage) {
    return new StayFacts(
        coverage.coverage(), hospitals.get(command.hospitalCode()), citiesWithOpenFunction);
  }
}
