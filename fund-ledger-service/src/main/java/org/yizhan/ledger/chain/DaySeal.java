package org.yizhan.ledger.chain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The heads of all chains as they were found when a day began, under one head that follows the one
 * before. It seals what had been posted by then, which is not all that was booked on earlier days.
 *
 * @param previous the head of the seal before
 * @param chains in canonical order
 */
public record DaySeal(LocalDate date, Digest previous, List<Sealed> chains, Digest head) {

  private static final Digest BEGINNING = Digest.of("yizhan-ledger-days.v1");

  /** How far a chain had come. */
  public record Sealed(ChainId chain, long number, long toOffset, Digest head) {

    static Sealed at(Link link) {
      return new Sealed(link.chain(), link.number(), link.toOffset(), link.head());
    }

    /** Neither a topic id nor a digest has a blank. */
    private String text() {
      return chain + " " + number + " " + toOffset + " " + head;
    }
  }

  public DaySeal {
    chains = List.copyOf(chains);
  }

  static DaySeal of(LocalDate date, @Nullable DaySeal before, Map<ChainId, Link> last) {
    var chains = new TreeMap<>(last).values().stream().map(Sealed::at).toList();
    var previous = follows(before);
    return new DaySeal(date, previous, chains, headOf(date, previous, chains));
  }

  /** What the seal after this one must name as the one before. */
  static Digest follows(@Nullable DaySeal before) {
    return before == null ? BEGINNING : before.head();
  }

  /** What the head must be by what the seal says. */
  Digest recomputed() {
    return headOf(date, previous, chains);
  }

  private static Digest headOf(LocalDate date, Digest previous, List<Sealed> chains) {
    var text = new StringBuilder(date.toString());
    chains.forEach(chain -> text.append('\n').append(chain.text()));
    return previous.then(text.toString());
  }
}
