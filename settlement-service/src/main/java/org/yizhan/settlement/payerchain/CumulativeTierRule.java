package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.parameter.Tier;

/**
 * Catastrophic insurance: the year's base grows by what basic insurance left of each stay, and each
 * tier of the base above the deductible is paid at its ratio. Tiers are measured on the base
 * itself, upper bounds inclusive.
 *
 * @param groups the marked groups, in the order in which equal shares are named; the general one is
 *     for everybody else
 */
record CumulativeTierRule(Dated<Boolean> excludesBasicDeductible, Group general, List<Group> groups)
    implements Stage {

  CumulativeTierRule {
    groups = List.copyOf(groups);
  }

  /**
   * @param categories whose mark brings a person into the group; null for the general group
   */
  record Group(
      String name,
      @Nullable Dated<List<String>> categories,
      Dated<Money> deductible,
      Dated<List<Tier>> tiers,
      Dated<Optional<Money>> cap) {}

  /** A group that a person belongs to, and the mark that brings them there. */
  private record Membership(Group group, @Nullable MarkOnStay mark) {}

  @Override
  public Taken take(Turn turn) {
    var excludes = excludesBasicDeductible.on(turn.day());
    var kept = excludes.value() ? turn.basicDeductible() : Money.ZERO;
    var increment = turn.open().above(kept);
    // Never added up: the group that gives the larger share of this stay; of equal ones the first.
    Taken best = null;
    for (var membership : membershipsOf(turn.stay().coverage().marks(), turn.day())) {
      var taken = take(turn, excludes, membership, increment);
      if (best == null || taken.amount().compareTo(best.amount()) > 0) {
        best = taken;
      }
    }
    return Objects.requireNonNull(best);
  }

  private List<Membership> membershipsOf(List<MarkOnStay> marks, LocalDate day) {
    if (marks.isEmpty()) {
      return List.of(new Membership(general, null));
    }
    var memberships = new ArrayList<Membership>();
    for (var group : groups) {
      var mark = markFor(group, marks, day);
      if (mark != null) {
        memberships.add(new Membership(group, mark));
      }
    }
    return memberships.isEmpty() ? List.of(new Membership(general, null)) : memberships;
  }

  private static @Nullable MarkOnStay markFor(Group group, List<MarkOnStay> marks, LocalDate day) {
    if (group.categories() == null) {
      return null;
    }
    for (var category : group.categories().on(day).value()) {
      for (var mark : marks) {
        if (mark.category().equals(category)) {
          return mark;
        }
      }
    }
    return null;
  }

  private static Taken take(
      Turn turn, InForce<Boolean> excludes, Membership membership, Money increment) {
    var group = membership.group();
    var deductible = group.deductible().on(turn.day());
    var tiers = group.tiers().on(turn.day());
    var yearly = group.cap().on(turn.day());
    var growth =
        Growth.of(turn.before().cumulativeBase(), increment, deductible.value(), tiers.value());
    var limited = Limited.of(growth.worth().roundedHalfUp(), yearly.value(), turn);
    var members = group.categories();
    var used =
        members == null
            ? List.<InForce<?>>of(excludes, deductible, tiers, yearly)
            : List.<InForce<?>>of(excludes, members.on(turn.day()), deductible, tiers, yearly);
    return new TierTaken(turn, membership, growth, limited, used);
  }

  private record TierTaken(
      Turn turn, Membership membership, Growth growth, Limited limited, List<InForce<?>> used)
      implements Taken {

    @Override
    public Money amount() {
      return limited.amount();
    }

    @Override
    public Money baseIncrement() {
      return growth.increment();
    }

    @Override
    public Share share() {
      var mark = membership.mark();
      return new Share(
          turn.payer(),
          amount(),
          Stage.firstOf(growth.whyNothing(), limited.reason()),
          mark == null ? null : mark.category(),
          mark == null ? null : mark.county(),
          null,
          explanation());
    }

    private Explanation explanation() {
      return new Explanation(
          "cumulative-tier",
          membership.group().name(),
          growth.increment(),
          growth.deductible(),
          null,
          growth.before(),
          growth.after(),
          growth.slices().stream().map(Growth.Slice::stated).toList(),
          turn.open(),
          limited.capLeft(),
          limited.capLeftAfter(),
          limited.by(),
          Product.ROUNDING,
          turn.parameters(used()));
    }
  }

  /**
   * Without a stay no group gives the larger share: the one without a cap, else that with the
   * highest.
   */
  @Override
  public Optional<Money> cap(List<MarkOnStay> marks, LocalDate day) {
    var caps =
        membershipsOf(marks, day).stream().map(mine -> mine.group().cap().on(day).value()).toList();
    return caps.stream().allMatch(Optional::isPresent)
        ? caps.stream().flatMap(Optional::stream).max(Money::compareTo)
        : Optional.empty();
  }

  /** A mark may change the terms; without one there are the general ones. */
  @Override
  public boolean asksForMark() {
    return false;
  }

  @Override
  public boolean knows(String category) {
    return false;
  }
}
