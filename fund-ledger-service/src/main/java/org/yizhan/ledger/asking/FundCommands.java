package org.yizhan.ledger.asking;

import org.yizhan.contracts.fund.FundCommand;

/** The way of a command to the place where its fund decides. */
public interface FundCommands {

  /** Returns when all in-sync replicas have it. */
  void send(FundCommand command);

  Described describe(FundCommand command);

  /**
   * @param type for example {@code receive-income.v1}
   * @param fingerprint of what is asked, the same whenever it is asked
   */
  record Described(String type, String fingerprint) {}
}
