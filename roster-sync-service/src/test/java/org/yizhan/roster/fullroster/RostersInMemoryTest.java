package org.yizhan.roster.fullroster;

class RostersInMemoryTest extends RostersContract {

  private final Rosters rosters = new RostersInMemory();

  @Override
  protected Rosters rosters() {
    return rosters;
  }
}
