package org.yizhan.suite.acceptance;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test class, whatever it was about, everything that was settled is recomputed. Found by
 * JUnit itself, so that no class can forget it.
 */
public final class EverySettlementIsSound implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    House.requireEverySettlementSound();
  }
}
