package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.balance.PairTotal;

/** Sums the totals of all partitions and of the months asked for, pair by pair. */
@Component
final class MongoBalances implements Balances {

  private static final String BOOK = "labels.book";
  private static final String MONTH = "labels.month";

  private final MongoCollection<Document> totals;

  private record Pair(AccountRef debit, AccountRef credit) {}

  MongoBalances(MongoDatabase database) {
    this.totals = database.getCollection(PairsDocument.COLLECTION);
    totals.createIndex(Indexes.ascending(BOOK, MONTH));
  }

  @Override
  public List<PairTotal> pairs(Payer fund, Book book) {
    return pairs(fund, eq(BOOK, book.name()));
  }

  @Override
  public List<PairTotal> pairs(Payer fund, Book book, YearMonth from, YearMonth to) {
    return pairs(
        fund, and(eq(BOOK, book.name()), gte(MONTH, from.toString()), lte(MONTH, to.toString())));
  }

  private List<PairTotal> pairs(Payer fund, Bson which) {
    var amounts = new LinkedHashMap<Pair, Money>();
    for (var document : totals.find(which)) {
      PairsDocument.read(document, fund)
          .forEach(
              pair ->
                  amounts.merge(new Pair(pair.debit(), pair.credit()), pair.amount(), Money::plus));
    }
    return amounts.entrySet().stream()
        .map(one -> new PairTotal(one.getKey().debit(), one.getKey().credit(), one.getValue()))
        .toList();
  }
}
