package org.yizhan.eligibility.premium;

class YearsBegunInMemoryTest extends YearsBegunContract {

  private final YearsBegun years = new YearsBegunInMemory();

  @Override
  protected YearsBegun years() {
    return years;
  }
}
