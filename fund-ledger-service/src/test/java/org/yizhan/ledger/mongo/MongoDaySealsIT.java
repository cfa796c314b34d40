package org.yizhan.ledger.mongo;

import org.junit.jupiter.api.AfterEach;
import org.yizhan.ledger.chain.DaySeals;
import org.yizhan.ledger.chain.DaySealsContract;

class MongoDaySealsIT extends DaySealsContract {

  private final AStore store = new AStore();

  @AfterEach
  void disconnect() {
    store.close();
  }

  @Override
  protected DaySeals seals() {
    return new MongoDaySeals(store.empty());
  }
}
