package org.yizhan.eligibility.premium;

class PremiumsInMemoryTest extends PremiumsContract {

  private final Premiums premiums = new PremiumsInMemory();

  @Override
  protected Premiums premiums() {
    return premiums;
  }
}
