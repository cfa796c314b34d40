package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.Hospital.Designation;
import org.yizhan.settlement.settling.ReferenceData;

/**
 * {@code hospitals: {_id: code, name, designations: [{from, to, level, division}]}} and {@code
 * offSiteFunctions: {_id: city, open, reason, at}}. Each is written by the one consumer of its
 * topic partition, so read-change-write is safe. What was just read is not read again: every batch
 * asks, and another instance's change may well be seen a second later.
 */
public final class MongoReferenceData implements ReferenceData {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final String OPEN = "open";

  private final MongoCollection<Document> hospitals;
  private final MongoCollection<Document> functions;
  private final JustRead<String, Hospital> justRead = new JustRead<>();
  private final JustRead<String, Set<String>> justOpen = new JustRead<>();

  public MongoReferenceData(MongoDatabase database) {
    this.hospitals = database.getCollection("hospitals");
    this.functions = database.getCollection("offSiteFunctions");
  }

  @Override
  public Map<String, Hospital> hospitals(Collection<String> codes) {
    return justRead.of(
        codes,
        unknown -> {
          var found = new HashMap<String, Hospital>();
          for (var document : hospitals.find(in("_id", unknown))) {
            found.put(document.getString("_id"), read(document));
          }
          return found;
        });
  }

  @Override
  public Optional<NamedHospital> hospital(String code) {
    return Optional.ofNullable(hospitals.find(eq("_id", code)).first())
        .map(document -> new NamedHospital(document.getString("name"), read(document)));
  }

  @Override
  public void register(String hospitalCode, String name, Designation designation) {
    var designations = new ArrayList<Document>();
    var known = hospitals.find(eq("_id", hospitalCode)).first();
    if (known != null) {
      designations.addAll(known.getList("designations", Document.class));
      designations.removeIf(other -> other.getString("from").equals(designation.from().toString()));
    }
    designations.add(write(designation));
    hospitals.replaceOne(
        eq("_id", hospitalCode),
        new Document("_id", hospitalCode).append("name", name).append("designations", designations),
        UPSERT);
    justRead.forget();
  }

  @Override
  public Set<String> citiesWithOpenFunction() {
    return Objects.requireNonNull(
        justOpen.of(Set.of(OPEN), all -> Map.of(OPEN, openFunctions())).get(OPEN));
  }

  private Set<String> openFunctions() {
    var open = new HashSet<String>();
    functions.find(eq("open", true)).forEach(document -> open.add(document.getString("_id")));
    return open;
  }

  @Override
  public void keepFunction(FunctionState state) {
    functions.replaceOne(
        eq("_id", state.city()),
        new Document("_id", state.city())
            .append("open", state.open())
            .append("reason", state.reason())
            .append("at", state.at()),
        UPSERT);
    justOpen.forget();
  }

  private static Document write(Designation designation) {
    return new Document("from", designation.from().toString())
        .append("to", designation.to() == null ? null : designation.to().toString())
        .append("level", designation.level())
        .append("division", designation.division());
  }

  private static Hospital read(Document document) {
    List<Designation> designations =
        document.getList("designations", Document.class).stream()
            .map(MongoReferenceData::designation)
            .toList();
    return new Hospital(document.getString("_id"), designations);
  }

  private static Designation designation(Document document) {
    return new Designation(
        LocalDate.parse(document.getString("from")),
        date(document.getString("to")),
        document.getInteger("level"),
        document.getString("division"));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
