package org.yizhan.suite.replay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;

/**
 * The law that settlement has kept, read and never written; of a set that it has lost, the one on
 * the class path. Nothing is taken on trust: texts must have the hash they are asked for by.
 */
final class StoredLaws implements LawBook {

  private final MongoCollection<Document> sets;
  private final Map<String, Laws> known = new HashMap<>();

  StoredLaws(MongoDatabase settlement) {
    this.sets = settlement.getCollection("parameterSets");
  }

  @Override
  public Laws of(String parameterHash) {
    return known.computeIfAbsent(parameterHash, this::find);
  }

  private Laws find(String hash) {
    var stored = sets.find(eq("_id", hash)).first();
    var laws =
        stored == null
            ? Laws.of(LawUnits.FILES.load(LawUnits.SHIPPED, Optional.empty()))
            : read(stored);
    if (!laws.hash().equals(hash)) {
      throw new IllegalStateException(
          "parameters with hash %s are nowhere; found %s".formatted(hash, laws.hash()));
    }
    return laws;
  }

  private static Laws read(Document stored) {
    var files = new TreeMap<String, String>();
    for (var file : stored.getList("files", Document.class)) {
      files.put(file.getString("file"), file.getString("text"));
    }
    return Laws.of(LawUnits.FILES.onceInForce(files).named(stored.getString("version")));
  }
}
