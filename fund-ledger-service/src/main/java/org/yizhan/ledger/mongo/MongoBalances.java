package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.balance.PairTotal;

/** Sums the totals of all partitions, pair by pair. */
@Component
final class MongoBalances implements Balances {

  private final MongoCollection<Document> totals;

  private record Pair(AccountRef debit, AccountRef credit) {}

  MongoBalances(MongoDatabase database) {
    this.totals = database.getCollection(PairsDocument.COLLECTION);
    totals.createIndex(Indexes.ascending("labels.book"));
  }

  @Override
  public List<PairTotal> pairs(Payer fund, Book book) {
    var amounts = new LinkedHashMap<Pair, Money>();
    for (var document : totals.find(eq("labels.book", book.name()))) {
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
