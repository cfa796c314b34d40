package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.chain.ChainId;
import org.yizhan.ledger.chain.Digest;
import org.yizhan.ledger.chain.Link;
import org.yizhan.ledger.chain.Links;

/**
 * {@code links: {_id: "MEMO/<topic id>/3#000000000017", book, topicId, partition, fromOffset,
 * toOffset, entries, previous, head}}. The id is chain and number, so that a number is taken once,
 * and the links of a chain lie in order without an index of their own.
 */
@Component
final class MongoLinks implements Links {

  private final MongoCollection<Document> links;

  MongoLinks(MongoDatabase database) {
    this.links = database.getCollection("links");
  }

  @Override
  public Map<ChainId, Link> last(Collection<ChainId> chains) {
    var last = new HashMap<ChainId, Link>();
    for (var chain : chains) {
      var found = links.find(of(chain)).sort(descending("_id")).first();
      if (found != null) {
        last.put(chain, read(found));
      }
    }
    return last;
  }

  /** Leaps from chain to chain over the ids. */
  @Override
  public List<ChainId> chains() {
    var chains = new ArrayList<ChainId>();
    for (var after = ""; ; after = behind(chains.getLast())) {
      var next = links.find(gt("_id", after)).sort(ascending("_id")).first();
      if (next == null) {
        return chains.stream().sorted().toList();
      }
      chains.add(read(next).chain());
    }
  }

  @Override
  public boolean append(List<Link> next) {
    var writes = next.stream().map(link -> new InsertOneModel<>(document(link))).toList();
    return BulkWrites.ignoringDuplicates(links, writes) == writes.size();
  }

  Optional<Link> find(ChainId chain, long number) {
    return Optional.ofNullable(links.find(eq("_id", id(chain, number))).first())
        .map(MongoLinks::read);
  }

  /** Those of a chain by number, up to and with this one. */
  MongoCursor<Link> upTo(Link last) {
    return links
        .find(and(of(last.chain()), lte("_id", id(last.chain(), last.number()))))
        .sort(ascending("_id"))
        .map(MongoLinks::read)
        .iterator();
  }

  private static Bson of(ChainId chain) {
    return and(gt("_id", chain + "#"), lt("_id", behind(chain)));
  }

  /** The sign after the one that stands between chain and number. */
  private static String behind(ChainId chain) {
    return chain + "$";
  }

  private static String id(ChainId chain, long number) {
    return "%s#%012d".formatted(chain, number);
  }

  private static Document document(Link link) {
    var chain = link.chain();
    return new Document("_id", id(chain, link.number()))
        .append("book", chain.book().name())
        .append("topicId", chain.topicId())
        .append("partition", chain.partition())
        .append("fromOffset", link.fromOffset())
        .append("toOffset", link.toOffset())
        .append("entries", link.entries())
        .append("previous", link.previous().hex())
        .append("head", link.head().hex());
  }

  private static Link read(Document stored) {
    var id = stored.getString("_id");
    return new Link(
        new ChainId(
            Book.valueOf(stored.getString("book")),
            stored.getString("topicId"),
            stored.getInteger("partition")),
        Long.parseLong(id.substring(id.indexOf('#') + 1)),
        stored.getLong("fromOffset"),
        stored.getLong("toOffset"),
        stored.getInteger("entries"),
        new Digest(stored.getString("previous")),
        new Digest(stored.getString("head")));
  }
}
