package org.yizhan.settlement.readjudication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.settlement.simulation.Slice;
import org.yizhan.settlement.simulation.StoredYears;

/** The years of a city and the log that changes them, whichever process asks. */
final class CityInMemory implements StoredYears, AdoptionCommands {

  final List<UUID> sent = new ArrayList<>();
  private final Map<BenefitYear.Key, BenefitYear> years = new LinkedHashMap<>();
  private final Queue<AdoptLaw> undecided = new ArrayDeque<>();
  private final Set<UUID> done = new HashSet<>();
  private final Readjudications decided;
  private final NewLaw law;
  private int mayDecide = Integer.MAX_VALUE;

  CityInMemory(Readjudications decided, NewLaw law) {
    this.decided = decided;
    this.law = law;
  }

  synchronized void put(BenefitYear year) {
    years.put(year.key(), year);
  }

  synchronized List<BenefitYear> all() {
    return List.copyOf(years.values());
  }

  /** Decides no more than this; what else is sent waits in the log. */
  synchronized void decideOnly(int commands) {
    mayDecide = commands;
    decide();
  }

  synchronized boolean hasUndecided() {
    return !undecided.isEmpty();
  }

  @Override
  public synchronized void send(List<AdoptLaw> commands) {
    commands.forEach(command -> sent.add(command.commandId()));
    undecided.addAll(commands);
    decide();
  }

  private void decide() {
    while (mayDecide > 0 && !undecided.isEmpty()) {
      mayDecide--;
      var command = undecided.remove();
      if (done.add(command.commandId())) {
        decide(command);
      }
    }
  }

  private void decide(AdoptLaw command) {
    var key = new BenefitYear.Key(command.personNumber(), command.city(), command.year());
    var period = new Period(command.from(), command.to());
    var refold = law.fold(years.get(key), period, missing -> {});
    years.put(key, refold.outsideOneStop().year());
    var settlements =
        refold.changed().stream()
            .map(changed -> Compared.of(changed.was(), changed.is().shares()))
            .toList();
    decided.keep(
        List.of(
            new Adoption(
                command.commandId(), command.jobId(), command.personNumber(), settlements, false)));
  }

  @Override
  public void read(String city, int year, Slice slice, Predicate<BenefitYear> goOn) {
    var mine =
        all().stream()
            .filter(one -> one.key().city().equals(city) && one.key().year() == year)
            .filter(one -> ReadjudicationsInMemory.holds(slice, one.key().personNumber()))
            .iterator();
    while (mine.hasNext() && goOn.test(mine.next())) {
      // one after the other
    }
  }
}
