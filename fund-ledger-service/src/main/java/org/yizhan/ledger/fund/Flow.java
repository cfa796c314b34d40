package org.yizhan.ledger.fund;

import java.time.YearMonth;
import org.yizhan.contracts.fund.PrepaymentKind;

/**
 * What moved through prepaid money in a month.
 *
 * @param region the county or district whose patients it was for, or who brought it
 * @param receivedFen what came in, and spentFen what hospitals were paid, less what they refunded
 */
public record Flow(
    YearMonth month, PrepaymentKind kind, String region, long receivedFen, long spentFen) {

  boolean isOf(YearMonth otherMonth, PrepaymentKind otherKind, String otherRegion) {
    return month.equals(otherMonth) && kind == otherKind && region.equals(otherRegion);
  }

  Flow plus(long received, long spent) {
    return new Flow(
        month, kind, region, Math.addExact(receivedFen, received), Math.addExact(spentFen, spent));
  }
}
