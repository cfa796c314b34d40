package org.yizhan.settlement.simulation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.simulation.Findings.CapReached;
import org.yizhan.settlement.simulation.Findings.Row;
import org.yizhan.settlement.simulation.Findings.Undecided;

/** Adds findings up; for one thread. */
final class Tally {

  private record Cell(Dimension dimension, String key, Payer payer) {

    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::dimension).thenComparing(Cell::key).thenComparing(Cell::payer);
  }

  private record People(long before, long after) {

    People plus(People other) {
      return new People(before + other.before, after + other.after);
    }
  }

  private final Map<Cell, Effect> effects = new HashMap<>();
  private final Map<Payer, People> caps = new EnumMap<>(Payer.class);
  private final Map<String, Long> undecided = new TreeMap<>();
  private long people;
  private long settlements;
  private long changed;

  void addPerson(Set<Payer> capsBefore, Set<Payer> capsAfter) {
    people++;
    capsBefore.forEach(payer -> caps.merge(payer, new People(1, 0), People::plus));
    capsAfter.forEach(payer -> caps.merge(payer, new People(0, 1), People::plus));
  }

  /**
   * @param shares by payer, as they would have been
   */
  void addSettlement(Claim claim, Map<Payer, Money> shares) {
    settlements++;
    boolean differs = false;
    for (var payer : Payer.values()) {
      var effect =
          new Effect(
              claim.shares().getOrDefault(payer, Money.ZERO),
              shares.getOrDefault(payer, Money.ZERO));
      differs |= !effect.before().equals(effect.after());
      if (!effect.equals(Effect.NONE)) {
        for (var dimension : Dimension.values()) {
          effects.merge(new Cell(dimension, dimension.keyOf(claim), payer), effect, Effect::plus);
        }
      }
    }
    changed += differs ? 1 : 0;
  }

  void addUndecided(String parameter) {
    undecided.merge(parameter, 1L, Long::sum);
  }

  void add(Findings part) {
    people += part.people();
    settlements += part.settlements();
    changed += part.changed();
    for (var row : part.rows()) {
      effects.merge(new Cell(row.dimension(), row.key(), row.payer()), row.effect(), Effect::plus);
    }
    for (var cap : part.caps()) {
      caps.merge(cap.payer(), new People(cap.before(), cap.after()), People::plus);
    }
    part.undecided().forEach(u -> undecided.merge(u.parameter(), u.settlements(), Long::sum));
  }

  Findings findings() {
    return new Findings(
        people,
        settlements,
        changed,
        effects.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Cell.ORDER))
            .map(e -> row(e.getKey(), e.getValue()))
            .toList(),
        caps.entrySet().stream()
            .map(e -> new CapReached(e.getKey(), e.getValue().before(), e.getValue().after()))
            .toList(),
        undecided.entrySet().stream().map(e -> new Undecided(e.getKey(), e.getValue())).toList());
  }

  private static Row row(Cell cell, Effect effect) {
    return new Row(cell.dimension(), cell.key(), cell.payer(), effect);
  }
}
