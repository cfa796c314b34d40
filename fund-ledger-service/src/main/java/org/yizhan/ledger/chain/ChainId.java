package org.yizhan.ledger.chain;

import java.util.Comparator;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Journal.Source;

/** One book as far as one partition of one life of a topic makes it: what a chain runs through. */
public record ChainId(Book book, String topicId, int partition) implements Comparable<ChainId> {

  private static final Comparator<ChainId> CANONICAL =
      Comparator.comparing((ChainId chain) -> chain.book().name())
          .thenComparing(ChainId::topicId)
          .thenComparingInt(ChainId::partition);

  static ChainId of(Book book, Source source) {
    return new ChainId(book, source.topicId(), source.partition());
  }

  /**
   * What the first link follows: no two chains begin alike, so none can be put in another's place.
   */
  public Digest beginning() {
    return Digest.of("yizhan-ledger-chain.v1 " + this);
  }

  @Override
  public int compareTo(ChainId other) {
    return CANONICAL.compare(this, other);
  }

  /** For example {@code MEMO/bG9uZ2lzaA/3}. */
  @Override
  public String toString() {
    return book + "/" + topicId + "/" + partition;
  }
}
