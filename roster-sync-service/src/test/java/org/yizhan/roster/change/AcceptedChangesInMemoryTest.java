package org.yizhan.roster.change;

class AcceptedChangesInMemoryTest extends AcceptedChangesContract {

  private final AcceptedChanges changes = new AcceptedChangesInMemory();

  @Override
  protected AcceptedChanges changes() {
    return changes;
  }
}
