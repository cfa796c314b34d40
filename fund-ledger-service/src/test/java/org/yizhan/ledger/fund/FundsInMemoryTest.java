package org.yizhan.ledger.fund;

class FundsInMemoryTest extends FundsContract {

  @Override
  protected Funds funds() {
    return new FundsInMemory();
  }
}
