package org.yizhan.ledger.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yizhan.ledger.chain.DaySeal.Sealed;

/** Follows the seals of the days, and finds the first that does not hold. */
public final class DayCheck {

  private final Function<Sealed, Optional<Link>> linkOf;
  private Set<ChainId> chains = Set.of();
  private @Nullable DaySeal before;
  private long days;

  /**
   * @param linkOf the stored link of the chain and number that a seal names
   */
  public DayCheck(Function<Sealed, Optional<Link>> linkOf) {
    this.linkOf = linkOf;
  }

  /** The next seal by date; what is wrong with it, one line each. */
  public List<String> hear(DaySeal seal) {
    var wrong = new ArrayList<String>();
    if (!seal.previous().equals(DaySeal.follows(before))) {
      wrong.add("does not follow the day before it");
    }
    if (!seal.recomputed().equals(seal.head())) {
      wrong.add("its head is not that of the chains it lists");
    }
    var named = new HashSet<ChainId>();
    for (var chain : seal.chains()) {
      named.add(chain.chain());
      if (linkOf.apply(chain).map(Sealed::at).filter(chain::equals).isEmpty()) {
        wrong.add("link %d of %s is not the sealed one".formatted(chain.number(), chain.chain()));
      }
    }
    if (!named.containsAll(chains)) {
      wrong.add("leaves out a chain that the day before lists");
    }
    chains = named;
    before = seal;
    days++;
    return wrong;
  }

  public long days() {
    return days;
  }

  /** To be compared with the one that was published on topic {@code ledger} for that day. */
  public Optional<DaySeal> last() {
    return Optional.ofNullable(before);
  }
}
