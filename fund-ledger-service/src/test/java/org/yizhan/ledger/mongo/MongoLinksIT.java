package org.yizhan.ledger.mongo;

import org.junit.jupiter.api.AfterEach;
import org.yizhan.ledger.chain.Links;
import org.yizhan.ledger.chain.LinksContract;

class MongoLinksIT extends LinksContract {

  private final AStore store = new AStore();

  @AfterEach
  void disconnect() {
    store.close();
  }

  @Override
  protected Links links() {
    return new MongoLinks(store.empty());
  }
}
