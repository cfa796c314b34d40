package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;

/**
 * {@code parameterSets: {_id: hash, version, files: [{file, text}]}}: each set of parameters is
 * written once, at the start of the first service that decides by it, and never changed.
 */
public final class MongoLawBook implements LawBook {

  private final MongoCollection<Document> sets;
  private final Map<String, Laws> read = new ConcurrentHashMap<>();

  private MongoLawBook(MongoDatabase database) {
    this.sets = database.getCollection("parameterSets");
  }

  /** The book with the laws in force written into it. */
  public static MongoLawBook keeping(Laws inForce, MongoDatabase database) {
    var book = new MongoLawBook(database);
    book.read.put(inForce.hash(), inForce);
    var files = new ArrayList<Document>();
    inForce
        .parameters()
        .files()
        .forEach((file, text) -> files.add(new Document("file", file).append("text", text)));
    var document =
        new Document("_id", inForce.hash())
            .append("version", inForce.version())
            .append("files", files);
    BulkWrites.ignoringDuplicates(book.sets, List.of(new InsertOneModel<>(document)));
    return book;
  }

  @Override
  public Laws of(String parameterHash) {
    return read.computeIfAbsent(parameterHash, this::find);
  }

  private Laws find(String hash) {
    var found = sets.find(eq("_id", hash)).first();
    if (found == null) {
      throw new IllegalStateException("no parameters with hash " + hash + " were ever in force");
    }
    var files = new TreeMap<String, String>();
    for (var file : found.getList("files", Document.class)) {
      files.put(file.getString("file"), file.getString("text"));
    }
    return Laws.of(LawUnits.FILES.onceInForce(files).named(found.getString("version")));
  }
}
