package org.yizhan.ledger.mongo;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.balance.PairTotal;
import org.yizhan.ledger.journal.Journal.Offered;

/**
 * The totals of one booking month of the pairs of accounts that share the credited one, as they are
 * stored, one document per partition: labels {@code book, month, credit}, sums {@code
 * {"BASIC/1901[county=441602]": fen}} by fund and debited account. Kept together because a batch
 * touches few hospitals and many pairs.
 */
final class PairsDocument {

  static final String COLLECTION = "totals";

  private PairsDocument() {}

  static List<Addition> additions(Offered offered) {
    var entry = offered.entry();
    var book = entry.book().name();
    var month = YearMonth.from(entry.bookedOn()).toString();
    return entry.postings().stream()
        .map(
            posting -> {
              var credit = posting.credit().toString();
              return new Addition(
                  String.join("/", book, month, credit),
                  MongoJournal.placeOf(offered),
                  Map.of("book", book, "month", month, "credit", credit),
                  Map.of(prefixOf(entry.fund()) + posting.debit(), posting.amount().fen()));
            })
        .toList();
  }

  /** The pairs of one fund in one partition's document. */
  static Stream<PairTotal> read(Document stored, Payer fund) {
    var credit = AccountRef.parse(stored.get("labels", Document.class).getString("credit"));
    var sums = stored.get("sums", Document.class);
    return sums.keySet().stream()
        .filter(name -> name.startsWith(prefixOf(fund)))
        .map(
            name ->
                new PairTotal(
                    AccountRef.parse(name.substring(prefixOf(fund).length())),
                    credit,
                    Money.ofFen(sums.getLong(name))));
  }

  private static String prefixOf(Payer fund) {
    return fund.name() + "/";
  }
}
