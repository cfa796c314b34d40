package org.yizhan.settlement.simulation;

class SimulationsInMemoryTest extends SimulationsContract {

  @Override
  protected Simulations empty() {
    return new SimulationsInMemory();
  }
}
