package org.yizhan.settlement.simulation;

import java.util.List;
import org.yizhan.contracts.Payer;

/**
 * What a replay came to, or a part of it.
 *
 * @param people persons with a settlement in the period, counted once per calendar year
 * @param settlements of the period
 * @param changed settlements of the period in which a payer's share differs
 * @param rows the money, by every dimension; groups and payers without any are left out
 * @param caps in the order of the payers
 * @param undecided where the trial parameters have no value; such a settlement stays under the law
 *     that it was decided by
 */
public record Findings(
    long people,
    long settlements,
    long changed,
    List<Row> rows,
    List<CapReached> caps,
    List<Undecided> undecided) {

  public static final Findings NONE = new Findings(0, 0, 0, List.of(), List.of(), List.of());

  public Findings {
    rows = List.copyOf(rows);
    caps = List.copyOf(caps);
    undecided = List.copyOf(undecided);
  }

  /**
   * One payer's money in one group.
   *
   * @param key of the group, for example {@code 2019-11}
   */
  public record Row(Dimension dimension, String key, Payer payer, Effect effect) {}

  /** People, counted as in {@link #people}, who used a payer's yearly cap up. */
  public record CapReached(Payer payer, long before, long after) {}

  /**
   * @param parameter that has no value on the discharge date
   */
  public record Undecided(String parameter, long settlements) {}

  /** The rows of one dimension. */
  public List<Row> by(Dimension dimension) {
    return rows.stream().filter(row -> row.dimension() == dimension).toList();
  }

  /**
   * What a fund pays in a month on the average, which is what its prepayment's runway is measured
   * by (W6).
   *
   * @param months of the period in which anybody was paid anything
   * @param mean half up to the fen
   */
  public record Spending(Payer fund, int months, Effect mean) {}

  /** For every fund that pays or would pay. */
  public List<Spending> spending() {
    int months = (int) by(Dimension.MONTH).stream().map(Row::key).distinct().count();
    return by(Dimension.ALL).stream()
        .map(row -> new Spending(row.payer(), months, row.effect().dividedBy(months)))
        .toList();
  }

  public Findings plus(Findings other) {
    var tally = new Tally();
    tally.add(this);
    tally.add(other);
    return tally.findings();
  }
}
