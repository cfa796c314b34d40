package org.yizhan.roster.change;

class MergesInMemoryTest extends MergesContract {

  private final Merges merges = new MergesInMemory();

  @Override
  protected Merges merges() {
    return merges;
  }
}
