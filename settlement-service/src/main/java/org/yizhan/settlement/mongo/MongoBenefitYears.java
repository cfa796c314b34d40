package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.chassis.mongo.Clustered;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.settling.BenefitYears;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {_id: "person|city|year", person, city, year, version, used: JSON, deciders:
 * {settlementId: commandId}, claims: [JSON], outgoing: {settlementId: bytes}, revising:
 * {revisionId: bytes}}}. A settlement reads all but the claims and adds one; only a revision reads
 * and writes them all. They are text, because they are read whole or not at all. An outgoing event
 * stays until it is known to be published.
 */
public final class MongoBenefitYears implements BenefitYears {

  private static final String DECIDERS = "deciders";
  private static final String OUTGOING = "outgoing";
  private static final String REVISING = "revising";

  private static final Document BY_PERSON = new Document("person", 1);
  private static final String CARRIED = "carried";

  /** All that the next bill asks for, and the names of the outgoing events without their bytes. */
  private static final Bson RUNNING =
      fields(
          include("person", "city", "year", "version", YearDocument.USED, DECIDERS),
          computed(
              CARRIED,
              new Document(
                  "$map",
                  new Document("input", new Document("$objectToArray", '$' + OUTGOING))
                      .append("in", "$$this.k"))));

  private final MongoCollection<Document> years;
  private final JsonMapper json;
  private final YearDocument stored;

  public MongoBenefitYears(MongoDatabase database, JsonMapper json) {
    this.years = Clustered.collection(database, "benefitYears");
    this.json = json;
    this.stored = new YearDocument(json);
    years.createIndex(BY_PERSON);
  }

  @Override
  public Map<String, Stored> find(Collection<String> yearIds) {
    var found = new HashMap<String, Stored>();
    for (var document : named(yearIds).projection(RUNNING)) {
      var year = running(document);
      var carried = new HashSet<UUID>();
      document.getList(CARRIED, String.class).forEach(id -> carried.add(UUID.fromString(id)));
      found.put(document.getString("_id"), new Stored(year, year.version(), carried));
    }
    return found;
  }

  /** By the index of persons: for a set of ids the store would read all that lies between them. */
  private FindIterable<Document> named(Collection<String> yearIds) {
    var persons = yearIds.stream().map(id -> id.substring(0, id.indexOf('|'))).toList();
    return years.find(and(in("person", persons), in("_id", yearIds))).hint(BY_PERSON);
  }

  @Override
  public Map<UUID, byte[]> outgoingOf(Collection<String> yearIds) {
    var found = new HashMap<UUID, byte[]>();
    for (var document : named(yearIds).projection(include(OUTGOING))) {
      document
          .get(OUTGOING, Document.class)
          .forEach((id, bytes) -> found.put(UUID.fromString(id), ((Binary) bytes).getData()));
    }
    return found;
  }

  @Override
  public void store(Collection<Change> changes) {
    var writes = changes.stream().map(this::write).toList();
    if (BulkWrites.ignoringDuplicates(years, writes) != writes.size()) {
      throw new ChangedMeanwhile("a benefit year was changed by another consumer");
    }
  }

  private WriteModel<Document> write(Change change) {
    var year = change.changed().year();
    long readVersion = change.changed().readVersion();
    var added = texts(year.added());
    var used = json.writeValueAsString(year.used());
    if (readVersion == 0) {
      return new InsertOneModel<>(
          new Document("_id", BenefitYears.idOf(year.key()))
              .append("person", year.key().personNumber())
              .append("city", year.key().city())
              .append("year", year.key().year())
              .append("version", year.version())
              .append(YearDocument.USED, used)
              .append(DECIDERS, deciders(year.deciders()))
              .append(YearDocument.CLAIMS, added)
              .append(OUTGOING, binaries(change.outgoing())));
    }
    var updates = new ArrayList<Bson>();
    updates.add(set("version", year.version()));
    updates.add(set(YearDocument.USED, used));
    for (var claim : year.added()) {
      updates.add(set(DECIDERS + '.' + claim.settlementId(), claim.commandId().toString()));
    }
    updates.add(pushEach(YearDocument.CLAIMS, added));
    change.acknowledged().forEach(id -> updates.add(unset(OUTGOING + '.' + id)));
    binaries(change.outgoing())
        .forEach((id, event) -> updates.add(set(OUTGOING + '.' + id, event)));
    return new UpdateOneModel<>(unchanged(year.key(), readVersion), combine(updates));
  }

  private static Document binaries(Map<UUID, byte[]> events) {
    var document = new Document();
    events.forEach((id, event) -> document.append(id.toString(), new Binary(event)));
    return document;
  }

  @Override
  public void revise(Revising revising) {
    var year = revising.year();
    var change =
        combine(
            set("version", year.version()),
            set(YearDocument.USED, json.writeValueAsString(year.accumulators())),
            set(YearDocument.CLAIMS, texts(year.claims())),
            set(REVISING + '.' + revising.revisionId(), new Binary(revising.event())));
    var matched =
        years.updateOne(unchanged(year.key(), revising.readVersion()), change).getMatchedCount();
    if (matched != 1) {
      throw new ChangedMeanwhile("a benefit year was changed by another consumer");
    }
  }

  private static Bson unchanged(BenefitYear.Key key, long readVersion) {
    return and(eq("_id", BenefitYears.idOf(key)), eq("version", readVersion));
  }

  @Override
  public Optional<byte[]> revisionOf(String yearId, UUID revisionId) {
    var found = years.find(eq("_id", yearId)).projection(include(REVISING)).first();
    return Optional.ofNullable(found)
        .map(year -> year.get(REVISING, Document.class))
        .map(revisions -> revisions.get(revisionId.toString(), Binary.class))
        .map(Binary::getData);
  }

  @Override
  public void forgetRevisions(Map<UUID, String> yearIds) {
    var forgotten = new ArrayList<UpdateOneModel<Document>>();
    yearIds.forEach(
        (revisionId, yearId) ->
            forgotten.add(
                new UpdateOneModel<>(eq("_id", yearId), unset(REVISING + '.' + revisionId))));
    years.bulkWrite(forgotten);
  }

  @Override
  public Optional<BenefitYear> findWhole(String yearId) {
    return Optional.ofNullable(
            years.find(eq("_id", yearId)).projection(exclude(OUTGOING, REVISING)).first())
        .map(stored::whole);
  }

  @Override
  public List<Read> ofPersons(Collection<String> personNumbers) {
    return years
        .find(in("person", personNumbers))
        .projection(exclude(OUTGOING, REVISING))
        .map(this::read)
        .into(new ArrayList<>());
  }

  private Read read(Document document) {
    try {
      return new Read.Whole(stored.whole(document));
    } catch (BrokenInvariant broken) {
      return new Read.Broken(stored.keyIn(document), broken);
    }
  }

  private RunningYear running(Document document) {
    var deciders = new LinkedHashMap<UUID, UUID>();
    document
        .get(DECIDERS, Document.class)
        .forEach((id, command) -> deciders.put(UUID.fromString(id), uuid(command)));
    return new RunningYear(
        stored.keyIn(document),
        document.getLong("version"),
        deciders,
        stored.usedIn(document),
        List.of());
  }

  private List<String> texts(List<Claim> claims) {
    return claims.stream().map(json::writeValueAsString).toList();
  }

  private static Document deciders(Map<UUID, UUID> deciders) {
    var document = new Document();
    deciders.forEach((id, command) -> document.append(id.toString(), command.toString()));
    return document;
  }

  private static UUID uuid(Object text) {
    return UUID.fromString((String) text);
  }
}
