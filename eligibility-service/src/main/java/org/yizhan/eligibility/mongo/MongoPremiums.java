package org.yizhan.eligibility.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.eligibility.premium.Premium;
import org.yizhan.eligibility.premium.PremiumObligation;
import org.yizhan.eligibility.premium.Premiums;

/** Collection {@code premiums}: one document per obligation, as {@link PremiumDocuments} says. */
public final class MongoPremiums implements Premiums {

  private static final String PAID = "paid";
  private static final String DUE = "dueOn";

  private final MongoCollection<Document> premiums;

  public MongoPremiums(MongoDatabase database) {
    this.premiums = database.getCollection("premiums");
    premiums.createIndex(ascending("city", PAID, "_id"));
    premiums.createIndex(ascending(PAID, DUE));
    premiums.createIndex(ascending(PAID, "_id"));
    premiums.createIndex(ascending("personNumber"));
  }

  @Override
  public List<Premium> keep(List<PremiumObligation> arisen) {
    if (arisen.isEmpty()) {
      return List.of();
    }
    var offered = new LinkedHashMap<UUID, PremiumObligation>();
    arisen.forEach(one -> offered.putIfAbsent(one.id(), one));
    var known = load(offered.keySet());
    var added = offered.values().stream().filter(one -> !known.containsKey(one.id())).toList();
    if (!added.isEmpty() && insert(added)) {
      added.forEach(one -> known.put(one.id(), new Premium(one, null)));
    } else if (!added.isEmpty()) {
      known.putAll(load(added.stream().map(PremiumObligation::id).toList()));
    }
    return offered.keySet().stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
  }

  private Map<UUID, Premium> load(Collection<UUID> ids) {
    var found = new HashMap<UUID, Premium>();
    var names = ids.stream().map(UUID::toString).toList();
    for (var document : premiums.find(in("_id", names))) {
      var premium = PremiumDocuments.read(document);
      found.put(premium.obligation().id(), premium);
    }
    return found;
  }

  /** False when somebody else has stored one of them meanwhile. */
  private boolean insert(List<PremiumObligation> added) {
    var inserts =
        added.stream().map(PremiumDocuments::write).map(InsertOneModel<Document>::new).toList();
    return BulkWrites.ignoringDuplicates(premiums, inserts) == inserts.size();
  }

  @Override
  public void paid(Map<UUID, LocalDate> paidOn) {
    if (paidOn.isEmpty()) {
      return;
    }
    var updates =
        paidOn.entrySet().stream()
            .map(
                one ->
                    new UpdateOneModel<Document>(
                        and(eq("_id", one.getKey().toString()), eq(PAID, false)),
                        Updates.combine(
                            Updates.set(PAID, true),
                            Updates.set("paidOn", one.getValue().toString()))))
            .toList();
    premiums.bulkWrite(updates, new BulkWriteOptions().ordered(false));
  }

  @Override
  public List<PremiumObligation> of(Collection<String> personNumbers) {
    return premiums
        .find(in("personNumber", personNumbers))
        .map(document -> PremiumDocuments.read(document).obligation())
        .into(new ArrayList<>());
  }

  @Override
  public List<Premium> list(Question question) {
    return premiums
        .find(
            and(
                eq("city", question.city()),
                state(question.state(), question.today()),
                gt("_id", question.after())))
        .sort(ascending("_id"))
        .limit(question.limit())
        .map(PremiumDocuments::read)
        .into(new ArrayList<>());
  }

  @Override
  public List<PremiumObligation> unpaid(LocalDate day, String after, int limit) {
    return premiums
        .find(and(eq(PAID, false), gt("_id", after), lt("knownOn", day.toString())))
        .sort(ascending("_id"))
        .limit(limit)
        .map(document -> PremiumDocuments.read(document).obligation())
        .into(new ArrayList<>());
  }

  @Override
  public Unpaid unpaid(LocalDate today) {
    long overdue = premiums.countDocuments(and(eq(PAID, false), lt(DUE, today.toString())));
    long owed = premiums.countDocuments(and(eq(PAID, false), gte(DUE, today.toString())));
    return new Unpaid(owed, overdue);
  }

  /** Without a state both values of {@code paid} are named: so the index can still sort. */
  private static Bson state(Premium.@Nullable State state, LocalDate today) {
    return switch (state) {
      case null -> in(PAID, false, true);
      case PAID -> eq(PAID, true);
      case OWED -> and(eq(PAID, false), gte(DUE, today.toString()));
      case OVERDUE -> and(eq(PAID, false), lt(DUE, today.toString()));
    };
  }
}
