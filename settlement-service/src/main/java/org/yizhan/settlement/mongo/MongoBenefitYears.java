package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.settling.BenefitYears;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {_id: "person|city|year", person, city, year, version, claims: [JSON], outgoing:
 * {settlementId: bytes}}}. Claims are only ever added; they are read whole and with every
 * settlement of the year, hence text instead of documents. The outgoing events of one write replace
 * those of the write before, which are acknowledged by then because commands of one person are
 * handled in order.
 */
public final class MongoBenefitYears implements BenefitYears {

  private final MongoCollection<Document> years;
  private final JsonMapper json;

  public MongoBenefitYears(MongoDatabase database, JsonMapper json) {
    this.years = database.getCollection("benefitYears");
    this.json = json;
  }

  @Override
  public Map<String, Stored> find(Collection<String> yearIds) {
    var found = new HashMap<String, Stored>();
    for (var document : years.find(in("_id", yearIds)).projection(exclude("outgoing"))) {
      found.put(document.getString("_id"), read(document));
    }
    return found;
  }

  @Override
  public Map<UUID, byte[]> outgoingOf(Collection<String> yearIds) {
    var found = new HashMap<UUID, byte[]>();
    for (var document : years.find(in("_id", yearIds)).projection(include("outgoing"))) {
      document
          .get("outgoing", Document.class)
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
    var known = (int) (year.claims().size() - (year.version() - readVersion));
    var added =
        year.claims().subList(known, year.claims().size()).stream()
            .map(json::writeValueAsString)
            .toList();
    var outgoing = new Document();
    change.outgoing().forEach((id, bytes) -> outgoing.append(id.toString(), new Binary(bytes)));
    var id = BenefitYears.idOf(year.key());
    if (readVersion == 0) {
      return new InsertOneModel<>(
          new Document("_id", id)
              .append("person", year.key().personNumber())
              .append("city", year.key().city())
              .append("year", year.key().year())
              .append("version", year.version())
              .append("claims", added)
              .append("outgoing", outgoing));
    }
    return new UpdateOneModel<>(
        and(eq("_id", id), eq("version", readVersion)),
        combine(
            set("version", year.version()), pushEach("claims", added), set("outgoing", outgoing)));
  }

  private Stored read(Document document) {
    var key =
        new BenefitYear.Key(
            document.getString("person"), document.getString("city"), document.getInteger("year"));
    List<Claim> claims =
        document.getList("claims", String.class).stream()
            .map(claim -> json.readValue(claim, Claim.class))
            .toList();
    long version = document.getLong("version");
    return new Stored(BenefitYear.of(key, version, claims), version);
  }
}
