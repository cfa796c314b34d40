package org.yizhan.settlement.simulation;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.RunningYear;

/** Years of bills that were settled one after the other under the laws in force. */
public final class Years {

  private Years() {}

  public static BenefitYear of(String person, Bills... bills) {
    var year = bills[0].emptyYear();
    List<Claim> claims = new ArrayList<>();
    for (var bill : bills) {
      var claim = bill.settledIn(year).claim();
      claims.add(claim);
      year = year.with(claim);
    }
    var key = new BenefitYear.Key(person, year.key().city(), year.key().year());
    return BenefitYear.of(key, claims.size(), claims);
  }

  /** The year as a batch leaves it that settled all its claims. */
  public static RunningYear running(BenefitYear year) {
    var running = RunningYear.empty(year.key());
    for (var claim : year.claims()) {
      running = running.with(claim);
    }
    return running;
  }
}
