package org.yizhan.ledger.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fake passes {@link LinksContract} as the store does. */
final class LinksInMemory implements Links {

  private final Map<ChainId, TreeMap<Long, Link>> links = new TreeMap<>();

  @Override
  public Map<ChainId, Link> last(Collection<ChainId> chains) {
    var last = new HashMap<ChainId, Link>();
    for (var chain : chains) {
      if (links.containsKey(chain)) {
        last.put(chain, links.get(chain).lastEntry().getValue());
      }
    }
    return last;
  }

  @Override
  public List<ChainId> chains() {
    return List.copyOf(links.keySet());
  }

  @Override
  public boolean append(List<Link> next) {
    boolean all = true;
    for (var link : next) {
      var chain = links.computeIfAbsent(link.chain(), _ -> new TreeMap<>());
      all &= chain.putIfAbsent(link.number(), link) == null;
    }
    return all;
  }

  Iterator<Link> of(ChainId chain) {
    return links.get(chain).values().iterator();
  }
}
