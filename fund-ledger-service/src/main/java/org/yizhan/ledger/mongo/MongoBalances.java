package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.balance.PairTotal;

/** Sums the totals of all partitions, pair by pair. */
@Component
final class MongoBalances implements Balances {

  private final MongoCollection<Document> totals;

  MongoBalances(MongoDatabase database) {
    this.totals = database.getCollection(PairDocument.COLLECTION);
    totals.createIndex(Indexes.ascending("labels.fund", "labels.book"));
  }

  @Override
  public List<PairTotal> pairs(Payer fund, Book book) {
    var summed =
        totals.aggregate(
            List.of(
                match(and(eq("labels.fund", fund.name()), eq("labels.book", book.name()))),
                group(
                    "$total",
                    first("labels", "$labels"),
                    sum(PairDocument.FEN, "$sums." + PairDocument.FEN))));
    return summed.map(PairDocument::read).into(new ArrayList<>());
  }
}
