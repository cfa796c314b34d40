package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.coverage.StayCircumstances;

/**
 * The payers of one scheme in one city, in their order (H1, H4, W1). Dividing is a fold: each stage
 * takes from what is still open, and the patient is whoever is left.
 */
public final class PayerChain {

  private final Dated<List<Payer>> payers;
  private final Map<Payer, Stage> stages;
  private final OffSiteGate gate;

  PayerChain(Dated<List<Payer>> payers, Map<Payer, Stage> stages, OffSiteGate gate) {
    this.payers = payers;
    this.stages = new EnumMap<>(stages);
    this.gate = gate;
  }

  /**
   * The first discharge date that can be divided; empty when the city's law has no chain for the
   * scheme at all.
   */
  public Optional<LocalDate> start() {
    return Optional.ofNullable(payers.firstDay());
  }

  /**
   * Divides the in-policy amount of a stay, and explains.
   *
   * @param before what the person's year had used up, but for what the stay says was used elsewhere
   * @throws MissingParameter when the law has no number for a value that is needed
   */
  public Division divide(StayCircumstances stay, Money inPolicy, Accumulators before) {
    var fold = fold(stay, inPolicy, before);
    var shares = new ArrayList<Share>(fold.taken().size());
    for (var taken : fold.taken()) {
      shares.add(taken.share());
    }
    return new Division(shares, fold.left(), fold.baseIncrement());
  }

  /** As {@link #divide}, without a word: for whoever divides many bills and shows none. */
  public Amounts amounts(StayCircumstances stay, Money inPolicy, Accumulators before) {
    var fold = fold(stay, inPolicy, before);
    var shares = new EnumMap<Payer, Money>(Payer.class);
    for (int i = 0; i < fold.taken().size(); i++) {
      shares.put(fold.payers().get(i), fold.taken().get(i).amount());
    }
    return new Amounts(shares, fold.baseIncrement());
  }

  /**
   * @param taken by each of the payers, in their order
   */
  private record Fold(List<Payer> payers, List<Taken> taken, Money left, Money baseIncrement) {}

  private Fold fold(StayCircumstances stay, Money inPolicy, Accumulators usedHere) {
    var elsewhere = stay.usedElsewhere();
    var before =
        elsewhere == null ? usedHere : usedHere.plus(elsewhere.paid(), elsewhere.cumulativeBase());
    var chain = payers.on(stay.dischargeDate());
    var all = new ArrayList<Taken>(chain.value().size());
    var open = inPolicy;
    var deductible = Money.ZERO;
    var increment = Money.ZERO;
    for (var payer : chain.value()) {
      var passage = gate.passageOf(payer, stay);
      var taken = take(new Turn(payer, stay, inPolicy, open, deductible, before, chain, passage));
      all.add(taken);
      open = open.minus(taken.amount()); // throws if a stage takes more than is open
      deductible = deductible.plus(taken.deductible());
      increment = increment.plus(taken.baseIncrement());
    }
    return new Fold(chain.value(), all, open, increment);
  }

  private Taken take(Turn turn) {
    var passage = turn.passage();
    return passage.isClosed() ? turn.nothing(passage::closed) : stageOf(turn.payer()).take(turn);
  }

  private Stage stageOf(Payer payer) {
    var stage = stages.get(payer);
    if (stage == null) {
      throw new IllegalStateException("no rule for " + payer);
    }
    return stage;
  }

  /**
   * What each payer would do in a stay, in chain order, whatever its bill.
   *
   * @throws MissingParameter as {@link #divide}
   */
  public List<Prospect> prospects(StayCircumstances stay) {
    return payers.on(stay.dischargeDate()).value().stream()
        .map(payer -> prospect(payer, stageOf(payer), stay))
        .toList();
  }

  private Prospect prospect(Payer payer, Stage stage, StayCircumstances stay) {
    var marks =
        stay.coverage().marks().stream().filter(mark -> stage.knows(mark.category())).toList();
    return new Prospect(payer, stage.asksForMark(), marks, gate.passageOf(payer, stay).closed());
  }

  /** Whether the off-site function is open for a stay (H19). */
  public boolean functionOpen(StayCircumstances stay) {
    return gate.functionOpen(stay);
  }

  /**
   * What is left of each yearly cap for a person with these marks; payers without a cap, or that
   * would pay the person nothing, are left out. Empty before the chain starts.
   */
  public Map<Payer, Money> capLeft(List<MarkOnStay> marks, LocalDate day, Accumulators used) {
    var left = new EnumMap<Payer, Money>(Payer.class);
    for (var payer : payers.find(day).map(found -> found.value()).orElse(List.of())) {
      Optional<Money> cap = stageOf(payer).cap(marks, day);
      cap.ifPresent(limit -> left.put(payer, limit.above(used.paidBy(payer))));
    }
    return left;
  }

  /**
   * The payers that paid in a stay and whose yearly cap is used up since.
   *
   * @param used what the year has used up, the stay included
   */
  public Set<Payer> capsReached(
      StayCircumstances stay, Map<Payer, Money> shares, Accumulators used) {
    var reached = EnumSet.noneOf(Payer.class);
    for (var share : shares.entrySet()) {
      if (!share.getValue().isZero()) {
        var payer = share.getKey();
        stageOf(payer)
            .cap(stay.coverage().marks(), stay.dischargeDate())
            .filter(cap -> cap.compareTo(used.paidBy(payer)) <= 0)
            .ifPresent(cap -> reached.add(payer));
      }
    }
    return reached;
  }

  /**
   * What a payer would do in a stay.
   *
   * @param asksForMark whether it pays only persons with a mark of its categories
   * @param marks those of the person that it asks for
   * @param closed why it takes no part in the stay; null when it does
   */
  public record Prospect(
      Payer payer, boolean asksForMark, List<MarkOnStay> marks, @Nullable String closed) {

    public Prospect {
      marks = List.copyOf(marks);
    }

    /** It takes part, and because of a mark. */
    public boolean paysForMark() {
      return closed == null && !marks.isEmpty();
    }
  }

  /**
   * A divided in-policy amount.
   *
   * @param shares in chain order, every stage present
   * @param left what remains for the patient
   * @param baseIncrement what the stay adds to the year's cumulative base
   */
  public record Division(List<Share> shares, Money left, Money baseIncrement) {

    public Division {
      shares = List.copyOf(shares);
    }

    /** The shares by payer. */
    public Map<Payer, Money> amounts() {
      var amounts = new EnumMap<Payer, Money>(Payer.class);
      shares.forEach(share -> amounts.put(share.payer(), share.amount()));
      return amounts;
    }
  }

  /**
   * A divided in-policy amount in bare numbers.
   *
   * @param shares by payer, every stage present
   * @param baseIncrement what the stay adds to the year's cumulative base
   */
  public record Amounts(Map<Payer, Money> shares, Money baseIncrement) {

    public Amounts {
      var ordered = new EnumMap<Payer, Money>(Payer.class);
      ordered.putAll(shares);
      shares = Collections.unmodifiableMap(ordered);
    }
  }
}
