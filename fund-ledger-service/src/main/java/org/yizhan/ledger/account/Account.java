package org.yizhan.ledger.account;

/**
 * A row of the chart of accounts.
 *
 * @param side where a balance normally stands; a balance is counted positive on it
 * @param status how far code and name rest on published texts
 * @param name in Chinese, as it is printed
 */
public record Account(
    String code, Book book, Side side, Status status, String name, String english) {

  /** The two sides of an account. */
  public enum Side {
    DEBIT,
    CREDIT
  }

  /** Where code and name come from. */
  public enum Status {
    PUBLISHED,
    CUSTOMARY,
    ILLUSTRATIVE
  }

  /** Fen, positive on the account's own side. */
  public long balanceOf(long debitFen, long creditFen) {
    return side == Side.DEBIT
        ? Math.subtractExact(debitFen, creditFen)
        : Math.subtractExact(creditFen, debitFen);
  }
}
