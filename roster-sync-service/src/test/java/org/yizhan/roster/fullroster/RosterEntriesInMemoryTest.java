package org.yizhan.roster.fullroster;

class RosterEntriesInMemoryTest extends RosterEntriesContract {

  private final RosterEntries entries = new RosterEntriesInMemory();

  @Override
  protected RosterEntries entries() {
    return entries;
  }
}
