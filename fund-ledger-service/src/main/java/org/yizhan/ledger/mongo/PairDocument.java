package org.yizhan.ledger.mongo;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.balance.PairTotal;
import org.yizhan.ledger.journal.Journal.Offered;

/**
 * The total of a pair of accounts as it is stored, one per partition: labels {@code fund, book,
 * debit, credit}, sum {@code fen}.
 */
final class PairDocument {

  static final String COLLECTION = "totals";
  static final String FEN = "fen";

  private PairDocument() {}

  static List<Addition> additions(Offered offered) {
    var entry = offered.entry();
    return entry.postings().stream()
        .map(
            posting -> {
              var labels =
                  Map.of(
                      "fund", entry.fund().name(),
                      "book", entry.book().name(),
                      "debit", posting.debit().toString(),
                      "credit", posting.credit().toString());
              var total =
                  String.join(
                      "/",
                      labels.get("fund"),
                      labels.get("book"),
                      labels.get("debit"),
                      labels.get("credit"));
              return new Addition(
                  total,
                  MongoJournal.placeOf(offered),
                  labels,
                  Map.of(FEN, posting.amount().fen()));
            })
        .toList();
  }

  /** Reads what the aggregation makes of a pair's documents: {@code {labels, fen}}. */
  static PairTotal read(Document summed) {
    var labels = summed.get("labels", Document.class);
    return new PairTotal(
        AccountRef.parse(labels.getString("debit")),
        AccountRef.parse(labels.getString("credit")),
        Money.ofFen(summed.getLong(FEN)));
  }
}
