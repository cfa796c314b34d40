package org.yizhan.settlement.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.simulation.Findings.CapReached;
import org.yizhan.settlement.simulation.Findings.Row;
import org.yizhan.settlement.simulation.Findings.Undecided;

/** Adds findings up; for one thread. */
public final class Tally {

  private record People(long before, long after) {

    People plus(People other) {
      return new People(before + other.before, after + other.after);
    }
  }

  private final Map<Dimension, Map<String, Map<Payer, Effect>>> effects =
      new EnumMap<>(Dimension.class);
  private final Map<Payer, People> caps = new EnumMap<>(Payer.class);
  private final Map<String, Long> undecided = new TreeMap<>();
  private long people;
  private long settlements;
  private long changed;

  public void addPerson(Set<Payer> capsBefore, Set<Payer> capsAfter) {
    people++;
    capsBefore.forEach(payer -> caps.merge(payer, new People(1, 0), People::plus));
    capsAfter.forEach(payer -> caps.merge(payer, new People(0, 1), People::plus));
  }

  /** Looked at, without any money to tell of. */
  public void addUnaffected() {
    settlements++;
  }

  public void add(Compared settlement) {
    settlements++;
    var byPayer = new EnumMap<Payer, Effect>(Payer.class);
    for (var payer : Payer.values()) {
      var effect = settlement.effectOn(payer);
      if (!effect.equals(Effect.NONE)) {
        byPayer.put(payer, effect);
      }
    }
    changed += settlement.differs() ? 1 : 0;
    for (var dimension : Dimension.values()) {
      var group = group(dimension, dimension.keyOf(settlement));
      byPayer.forEach((payer, effect) -> group.merge(payer, effect, Effect::plus));
    }
  }

  private Map<Payer, Effect> group(Dimension dimension, String key) {
    return effects
        .computeIfAbsent(dimension, d -> new TreeMap<>())
        .computeIfAbsent(key, k -> new EnumMap<>(Payer.class));
  }

  public void addUndecided(String parameter) {
    undecided.merge(parameter, 1L, Long::sum);
  }

  public void add(Findings part) {
    people += part.people();
    settlements += part.settlements();
    changed += part.changed();
    for (var row : part.rows()) {
      group(row.dimension(), row.key()).merge(row.payer(), row.effect(), Effect::plus);
    }
    for (var cap : part.caps()) {
      caps.merge(cap.payer(), new People(cap.before(), cap.after()), People::plus);
    }
    part.undecided().forEach(u -> undecided.merge(u.parameter(), u.settlements(), Long::sum));
  }

  public Findings findings() {
    return new Findings(
        people,
        settlements,
        changed,
        rows(),
        caps.entrySet().stream()
            .map(e -> new CapReached(e.getKey(), e.getValue().before(), e.getValue().after()))
            .toList(),
        undecided.entrySet().stream().map(e -> new Undecided(e.getKey(), e.getValue())).toList());
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    effects.forEach(
        (dimension, groups) ->
            groups.forEach(
                (key, group) ->
                    group.forEach(
                        (payer, effect) -> rows.add(new Row(dimension, key, payer, effect)))));
    return rows;
  }
}
