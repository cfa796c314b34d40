package org.yizhan.ledger.chain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps the links of all chains. */
public interface Links {

  /** The last link of each of these chains; a chain without links is absent. */
  Map<ChainId, Link> last(Collection<ChainId> chains);

  /** Every chain that has a link, in canonical order. */
  List<ChainId> chains();

  /**
   * Appends those whose number is free in their chain.
   *
   * @return whether all of them were
   */
  boolean append(List<Link> links);
}
