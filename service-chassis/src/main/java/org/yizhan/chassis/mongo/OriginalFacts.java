package org.yizhan.chassis.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.yizhan.chassis.kafka.OurDefect;
import org.yizhan.chassis.kafka.Place;

/**
 * Facts that are stored once, with the record they first came from (their origin). A copy of a fact
 * at another offset is recognised by its id and changes nothing; the same id with other content is
 * a defect of ours and stops the partition.
 */
public final class OriginalFacts {

  /** The member of a stored fact that holds what stands beside its content. */
  public static final String BESIDE = "beside";

  private static final int DUPLICATE_KEY = 11000;
  private static final String ORIGIN = "origin";

  private final MongoCollection<Document> collection;

  public OriginalFacts(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /**
   * @param id computed from the fact's cause
   * @param place of the record that says it
   * @param content without {@code _id}, {@code origin} and {@code beside}
   * @param beside what is told with the fact and is no part of it: a copy that tells more or less
   *     is still the same fact
   */
  public record Fact(String id, Place place, Document content, Document beside) {

    public Fact(String id, Place place, Document content) {
      this(id, place, content, new Document());
    }

    /** Without the content, which is long: facts of one id are rare. */
    @Override
    public int hashCode() {
      return Objects.hash(id, place);
    }
  }

  /**
   * Stores what is new.
   *
   * @return the facts whose origin is the very record that was offered, now or when the batch came
   *     before; only these may be counted
   * @throws OurDefect when a stored fact has the same id and other content
   */
  public Set<Fact> store(List<Fact> facts) {
    if (facts.isEmpty()) {
      return Set.of();
    }
    var stored = insertWhatIsNew(facts);
    var original = new HashSet<Fact>();
    for (var fact : facts) {
      var known = stored.get(fact.id());
      if (known == null || isOriginalOf(known, fact)) {
        original.add(fact);
      }
    }
    return original;
  }

  /** The documents that were there before, by id; empty in the common case. */
  private Map<String, Document> insertWhatIsNew(List<Fact> facts) {
    try {
      collection.insertMany(
          facts.stream().map(OriginalFacts::documentOf).toList(),
          new InsertManyOptions().ordered(false));
      return Map.of();
    } catch (MongoBulkWriteException e) {
      var ids = new ArrayList<String>();
      for (var error : e.getWriteErrors()) {
        if (error.getCode() != DUPLICATE_KEY) {
          throw e;
        }
        ids.add(facts.get(error.getIndex()).id());
      }
      var known = new HashMap<String, Document>();
      collection
          .find(in("_id", ids))
          .forEach(document -> known.put(document.getString("_id"), document));
      requireAll(ids, known);
      return known;
    }
  }

  /**
   * Another consumer's copy may not be on a majority yet; taking ours for the original then would
   * count it twice.
   */
  private static void requireAll(List<String> ids, Map<String, Document> known) {
    for (var id : ids) {
      if (!known.containsKey(id)) {
        throw new IllegalStateException(
            "fact " + id + " is there but cannot be read yet; the batch must come again");
      }
    }
  }

  private static Document documentOf(Fact fact) {
    var document = new Document("_id", fact.id());
    document.putAll(fact.content());
    if (!fact.beside().isEmpty()) {
      document.append(BESIDE, fact.beside());
    }
    return document.append(ORIGIN, originOf(fact.place()));
  }

  private static Document originOf(Place place) {
    return new Document("topicId", place.partition().topicId())
        .append("partition", place.partition().number())
        .append("offset", place.offset());
  }

  private static boolean isOriginalOf(Document known, Fact fact) {
    var origin = known.get(ORIGIN);
    var content = new Document(known);
    content.remove("_id");
    content.remove(ORIGIN);
    content.remove(BESIDE);
    if (!content.equals(fact.content())) {
      throw new OurDefect(
          "fact " + fact.id() + " is stored with other content; offered at " + fact.place());
    }
    return originOf(fact.place()).equals(origin);
  }
}
