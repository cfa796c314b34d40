package org.yizhan.eligibility.premium;

class AskedAgainInMemoryTest extends AskedAgainContract {

  private final AskedAgain asked = new AskedAgainInMemory();

  @Override
  protected AskedAgain asked() {
    return asked;
  }
}
