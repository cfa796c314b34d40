package org.yizhan.reconciliation.hospitalmonth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.yizhan.contracts.Money;

/**
 * What is left of amounts after others were taken back, in whole fen: below zero where more was
 * taken back than was added. On the wire an amount, with a minus when it is below zero ({@code
 * "-45.00"}). Sums that overflow throw.
 */
public record NetAmount(long fen) {

  public static final NetAmount ZERO = new NetAmount(0);

  static NetAmount added(Money amount) {
    return new NetAmount(amount.fen());
  }

  static NetAmount takenBack(Money amount) {
    return new NetAmount(-amount.fen());
  }

  public NetAmount plus(NetAmount other) {
    return new NetAmount(Math.addExact(fen, other.fen));
  }

  /** The wire form, for example {@code -1234.50}. */
  @Override
  @JsonValue
  public String toString() {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
