package org.yizhan.ledger.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.ledger.journal.Journal.Offered;

/**
 * Extends the chains by what was posted: per book and partition the entries follow each other in
 * the order of their origins, each sealing the head before it. Like a total, a chain takes only
 * what lies beyond the offset that it has come to, and only if nobody else was there first: so its
 * heads do not depend on how batches were cut, on a crash or on what came again.
 */
public final class Chaining {

  private static final int TRIES_MAX = 20;

  private final Links links;
  private final Map<ChainId, Link> known = new ConcurrentHashMap<>();

  public Chaining(Links links) {
    this.links = links;
  }

  /** Takes originals only, which are stored already; those of a partition in order of offset. */
  public void extend(List<Offered> posted) {
    var open = new TreeMap<ChainId, List<Offered>>();
    for (var one : posted) {
      var chain = ChainId.of(one.entry().book(), one.source());
      open.computeIfAbsent(chain, _ -> new ArrayList<>()).add(one);
    }
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      var next = next(open);
      if (next.isEmpty() || links.append(next)) {
        next.forEach(link -> known.put(link.chain(), link));
        return;
      }
      known.keySet().removeAll(open.keySet());
    }
    throw new IllegalStateException(
        "chains keep growing under us: two consumers own " + open.keySet());
  }

  private List<Link> next(Map<ChainId, List<Offered>> open) {
    var last = last(open.keySet());
    var next = new ArrayList<Link>();
    open.forEach(
        (chain, all) -> {
          var before = last.get(chain);
          var fresh =
              before == null
                  ? all
                  : all.stream().filter(one -> one.offset() > before.toOffset()).toList();
          if (!fresh.isEmpty()) {
            next.add(link(chain, before, fresh));
          }
        });
    return next;
  }

  /** As remembered, and read where nothing is. */
  private Map<ChainId, Link> last(Collection<ChainId> chains) {
    var last =
        chains.stream()
            .filter(known::containsKey)
            .collect(Collectors.toMap(chain -> chain, known::get, (one, _) -> one, HashMap::new));
    var unknown = chains.stream().filter(chain -> !last.containsKey(chain)).toList();
    if (!unknown.isEmpty()) {
      last.putAll(links.last(unknown));
    }
    return last;
  }

  private static Link link(ChainId chain, @Nullable Link before, List<Offered> fresh) {
    var previous = before == null ? chain.beginning() : before.head();
    var running = new Digest.Running(previous);
    for (var one : fresh) {
      running.then(CanonicalEntry.of(one.voucher(), one.offset(), one.entry()));
    }
    return new Link(
        chain,
        before == null ? 1 : before.number() + 1,
        fresh.getFirst().offset(),
        fresh.getLast().offset(),
        fresh.size(),
        previous,
        running.digest());
  }
}
