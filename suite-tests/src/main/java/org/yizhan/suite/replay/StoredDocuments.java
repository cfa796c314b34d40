package org.yizhan.suite.replay;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * One collection beside what was made again of it, a portion at a time; in the end what nothing on
 * the topics accounts for is named as well.
 */
final class StoredDocuments {

  private static final int AT_ONCE = 500;

  private final MongoCollection<Document> collection;
  private final String name;
  private final Findings findings;
  private final Set<String> accounted = new HashSet<>();
  private long found;

  StoredDocuments(MongoDatabase database, String collection, Findings findings) {
    this.collection = database.getCollection(collection);
    this.name = database.getName() + '.' + collection;
    this.findings = findings;
  }

  void compare(Collection<Document> rebuilt) {
    compare(rebuilt, Function.identity(), document -> document);
  }

  /**
   * @param expected the document as it must be, made only when it is compared
   * @param relevant what of the stored document is compared
   */
  <T> void compare(
      Collection<T> rebuilt,
      Function<T, Document> expected,
      Function<Document, Document> relevant) {
    var portion = new HashMap<String, Document>();
    for (var one : rebuilt) {
      var document = expected.apply(one);
      portion.put(document.getString("_id"), document);
      if (portion.size() == AT_ONCE) {
        compare(portion, relevant);
        portion.clear();
      }
    }
    compare(portion, relevant);
  }

  private void compare(Map<String, Document> portion, Function<Document, Document> relevant) {
    var missing = new HashMap<>(portion);
    for (var stored : collection.find(in("_id", portion.keySet()))) {
      var expected = missing.remove(stored.getString("_id"));
      if (expected != null) {
        differences(stored.getString("_id"), relevant.apply(stored), expected);
      }
    }
    missing.keySet().forEach(id -> findings.differs(name, id, "is missing"));
    accounted.addAll(portion.keySet());
    found += portion.size() - missing.size();
    findings.compared(name, portion.size());
  }

  private void differences(String id, Document stored, Document expected) {
    Members.of(stored)
        .differencesTo(Members.of(expected))
        .forEach(what -> findings.differs(name, id, what));
  }

  /** A difference that comparing members does not show. */
  void differs(String id, String what) {
    findings.differs(name, id, what);
  }

  /**
   * Names the documents that were never compared.
   *
   * @param excused those that the topics need not account for
   */
  void nameTheOthers(Predicate<Document> excused) {
    if (collection.countDocuments() == found) {
      return;
    }
    var others = new ArrayList<String>();
    for (var stored : collection.find().projection(include("_id"))) {
      var id = stored.getString("_id");
      if (!accounted.contains(id)) {
        others.add(id);
      }
    }
    for (int from = 0; from < others.size(); from += AT_ONCE) {
      nameThose(others.subList(from, Math.min(others.size(), from + AT_ONCE)), excused);
    }
  }

  private void nameThose(List<String> ids, Predicate<Document> excused) {
    for (var stored : collection.find(in("_id", ids))) {
      if (!excused.test(stored)) {
        findings.differs(name, stored.getString("_id"), "nothing on the topics accounts for it");
      }
    }
  }
}
