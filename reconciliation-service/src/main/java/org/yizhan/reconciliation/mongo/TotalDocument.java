package org.yizhan.reconciliation.mongo;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.contracts.Payer;
import org.yizhan.reconciliation.hospitalmonth.Advances.Offered;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.hospitalmonth.NetAmount;

/**
 * A month's totals as they are stored, one per partition: labels {@code hospital, month}; sums
 * {@code count, total, patient} and one per payer by its name, in fen.
 */
final class TotalDocument {

  static final String COLLECTION = "totals";

  private TotalDocument() {}

  static Addition additionOf(Offered offered) {
    var advance = offered.advance();
    var line = MonthTotals.of(advance.line());
    var sums = new HashMap<String, Long>();
    sums.put("count", line.count());
    sums.put("total", line.total().fen());
    sums.put("patient", line.patient().fen());
    line.advances().forEach((payer, amount) -> sums.put(payer.name(), amount.fen()));
    var month = advance.month();
    var labels = Map.of("hospital", month.hospitalCode(), "month", month.month().toString());
    return new Addition(month.toString(), MongoAdvances.placeOf(offered), labels, sums);
  }

  /** One partition's part; any part adds up by itself, as each document changes at once. */
  static MonthTotals read(Document stored) {
    var sums = stored.get("sums", Document.class);
    var advances = new EnumMap<Payer, NetAmount>(Payer.class);
    for (var payer : Payer.values()) {
      if (sums.containsKey(payer.name())) {
        advances.put(payer, new NetAmount(sums.getLong(payer.name())));
      }
    }
    return new MonthTotals(
        sums.getLong("count"),
        new NetAmount(sums.getLong("total")),
        advances,
        new NetAmount(sums.getLong("patient")));
  }
}
