package org.yizhan.ledger.chain;

import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * Follows one chain through its links and the stored entries, and finds the first link that they do
 * not bear out. Entries come in order of their origins.
 */
public final class ChainCheck {

  private final ChainId chain;
  private final long lastOffset;
  private final Iterator<Link> links;
  private @Nullable Link before;
  private @Nullable Link link;
  private Digest.@Nullable Running running;
  private int entries;
  private long firstOffset;
  private long offset;
  private long sealed;
  private long unsealedFrom = -1;
  private long unsealedTo = -1;
  private @Nullable Break found;

  /** Where a chain breaks: somewhere in this span of offsets. */
  public record Break(ChainId chain, long fromOffset, long toOffset, String what) {}

  /**
   * @param links those of the chain by number, up to {@code last}
   * @param last the last link when the check began; null when there was none
   */
  public ChainCheck(ChainId chain, Iterator<Link> links, @Nullable Link last) {
    this.chain = chain;
    this.links = links;
    this.lastOffset = last == null ? -1 : last.toOffset();
  }

  /** The next entry; what is beyond the last link is remembered as unsealed. */
  public void hear(UUID voucher, long offset, JournalEntry entry) {
    if (offset > lastOffset) {
      unsealedFrom = unsealedFrom < 0 ? offset : unsealedFrom;
      unsealedTo = offset;
      return;
    }
    while (found == null && (link == null || offset > link.toOffset())) {
      closeLink();
      if (found == null) {
        openNextLink(offset);
      }
    }
    if (found == null && running != null) {
      running.then(CanonicalEntry.of(voucher, offset, entry));
      firstOffset = entries == 0 ? offset : firstOffset;
      this.offset = offset;
      entries++;
    }
  }

  private void openNextLink(long offset) {
    if (!links.hasNext()) {
      breakAt(offset, offset, "a link is missing");
      return;
    }
    var next = links.next();
    link = next;
    requireFollows(next);
    running = new Digest.Running(next.previous());
    entries = 0;
    if (offset < next.fromOffset()) {
      breakAt(offset, next.fromOffset(), "an entry stands before the link that begins here");
    }
  }

  private void requireFollows(Link next) {
    var previous = before == null ? chain.beginning() : before.head();
    if (next.number() != (before == null ? 1 : before.number() + 1)
        || !next.previous().equals(previous)
        || next.toOffset() < next.fromOffset()
        || (before != null && next.fromOffset() <= before.toOffset())) {
      breakIn(next, "link " + next.number() + " does not follow the one before");
    }
  }

  private void closeLink() {
    var closed = link;
    if (closed == null || running == null || found != null) {
      return;
    }
    if (entries != closed.entries()) {
      breakIn(closed, "%d entries are there, %d were sealed".formatted(entries, closed.entries()));
    } else if (firstOffset != closed.fromOffset() || offset != closed.toOffset()) {
      breakIn(closed, "the entries stand at %d to %d".formatted(firstOffset, offset));
    } else if (!running.digest().equals(closed.head())) {
      breakIn(closed, "the entries are not those that were sealed");
    } else {
      sealed += closed.entries();
      before = closed;
      link = null;
    }
  }

  /** No entry follows. */
  public void end() {
    closeLink();
    while (found == null && links.hasNext()) {
      var next = links.next();
      breakIn(next, "0 entries are there, %d were sealed".formatted(next.entries()));
    }
  }

  private void breakIn(Link in, String what) {
    breakAt(in.fromOffset(), in.toOffset(), what);
  }

  private void breakAt(long from, long to, String what) {
    if (found == null) {
      found = new Break(chain, from, to, what);
    }
  }

  public ChainId chain() {
    return chain;
  }

  /** Entries in links that hold. */
  public long sealed() {
    return sealed;
  }

  public Optional<Break> broken() {
    return Optional.ofNullable(found);
  }

  /**
   * What stands beyond the last link: a batch that is under way, or what nobody posted.
   *
   * @param last the last link now
   */
  public Optional<Break> unsealed(@Nullable Link last) {
    return unsealedTo < 0 || (last != null && last.toOffset() >= unsealedTo)
        ? Optional.empty()
        : Optional.of(new Break(chain, unsealedFrom, unsealedTo, "entries stand in no link"));
  }
}
