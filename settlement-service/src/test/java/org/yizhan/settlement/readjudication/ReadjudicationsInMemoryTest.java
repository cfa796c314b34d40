package org.yizhan.settlement.readjudication;

class ReadjudicationsInMemoryTest extends ReadjudicationsContract {

  @Override
  protected Readjudications empty() {
    return new ReadjudicationsInMemory();
  }
}
