package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.roster.fullroster.Roster;
import org.yizhan.roster.fullroster.Roster.Progress;
import org.yizhan.roster.fullroster.Roster.State;
import org.yizhan.roster.fullroster.RosterId;
import org.yizhan.roster.fullroster.Rosters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collections {@code rosters: {_id: "agency|rosterId", agency, rosterId, state, roster: JSON}},
 * {@code rosterRefusals} (which rows were refused, for each counts once) and {@code rosterTotals}
 * (what has arrived, fenced by offset).
 */
public final class MongoRosters implements Rosters {

  private static final List<String> UNFINISHED = List.of(State.OPEN.name(), State.COMPLETE.name());

  private final MongoCollection<Document> rosters;
  private final OriginalFacts refusals;
  private final MongoCollection<Document> totals;
  private final FencedTotals arrived;
  private final JsonMapper json;

  public MongoRosters(MongoDatabase database, JsonMapper json) {
    this.rosters = database.getCollection("rosters");
    this.refusals = new OriginalFacts(database.getCollection("rosterRefusals"));
    this.totals = database.getCollection("rosterTotals");
    this.arrived = new FencedTotals(totals);
    this.json = json;
    rosters.createIndex(new Document("state", 1));
    rosters.createIndex(new Document("agency", 1).append("rosterId", 1));
  }

  /** A roster id holds no separator. */
  private static String idOf(RosterId id) {
    return id.agency() + "|" + id.id();
  }

  @Override
  public Map<RosterId, Roster> find(Collection<RosterId> ids) {
    var found = new HashMap<RosterId, Roster>();
    for (var document : rosters.find(in("_id", ids.stream().map(MongoRosters::idOf).toList()))) {
      var roster = read(document);
      found.put(roster.id(), roster);
    }
    return found;
  }

  @Override
  public Roster keepFirst(Roster announced) {
    var fresh = documentOf(announced);
    fresh.remove("_id");
    rosters.updateOne(
        eq("_id", idOf(announced.id())),
        new Document("$setOnInsert", fresh),
        new UpdateOptions().upsert(true));
    return read(
        Optional.ofNullable(rosters.find(eq("_id", idOf(announced.id()))).first()).orElseThrow());
  }

  @Override
  public boolean update(Roster roster, State from) {
    var stillThere = and(eq("_id", idOf(roster.id())), eq("state", from.name()));
    return rosters.replaceOne(stillThere, documentOf(roster)).getMatchedCount() == 1;
  }

  @Override
  public List<Roster> unfinished() {
    return readAll(rosters.find(in("state", UNFINISHED)));
  }

  @Override
  public List<Roster> of(String agency, @Nullable String after, int limit) {
    return readAll(
        rosters
            .find(and(eq("agency", agency), gt("rosterId", after == null ? "" : after)))
            .sort(ascending("rosterId"))
            .limit(limit));
  }

  @Override
  public void count(List<Arrival> arrivals) {
    var refusedFirst = firstRefusals(arrivals);
    var additions = new ArrayList<Addition>();
    for (var arrival : arrivals) {
      if (arrival.verdict() != null || refusedFirst.contains(arrival)) {
        additions.add(
            new Addition(
                idOf(arrival.roster()),
                placeOf(arrival),
                Map.of("agency", arrival.roster().agency()),
                sumsOf(arrival)));
      }
    }
    if (!additions.isEmpty()) {
      arrived.apply(additions);
    }
  }

  private HashSet<Arrival> firstRefusals(List<Arrival> arrivals) {
    var refused = arrivals.stream().filter(arrival -> arrival.verdict() == null).toList();
    var facts =
        refused.stream()
            .map(
                arrival ->
                    new OriginalFacts.Fact(
                        idOf(arrival.roster()) + "|" + arrival.row(),
                        placeOf(arrival),
                        new Document()))
            .toList();
    var originals = refusals.store(facts);
    var first = new HashSet<Arrival>();
    for (int i = 0; i < refused.size(); i++) {
      if (originals.contains(facts.get(i))) {
        first.add(refused.get(i));
      }
    }
    return first;
  }

  private static Map<String, Long> sumsOf(Arrival arrival) {
    var sums = new LinkedHashMap<String, Long>();
    sums.put("arrived", 1L);
    sums.put("checksum", arrival.checksum());
    sums.put(arrival.verdict() == null ? "refused" : arrival.verdict().name(), 1L);
    return sums;
  }

  private static Place placeOf(Arrival arrival) {
    var source = arrival.source();
    return new Place(
        new PartitionId(source.topic(), arrival.topicId(), source.partition()), source.offset());
  }

  @Override
  public Optional<Progress> progressOf(RosterId id) {
    var sums = new HashMap<String, Long>();
    for (var part : totals.find(eq("total", idOf(id)))) {
      part.get("sums", Document.class)
          .forEach((name, value) -> sums.merge(name, (Long) value, Math::addExact));
    }
    return sums.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Progress(
                sums.getOrDefault("arrived", 0L),
                sums.getOrDefault("JOINED", 0L),
                sums.getOrDefault("CHANGED", 0L),
                sums.getOrDefault("UNCHANGED", 0L),
                sums.getOrDefault("refused", 0L),
                Long.toHexString(sums.getOrDefault("checksum", 0L))));
  }

  private Document documentOf(Roster roster) {
    return new Document("_id", idOf(roster.id()))
        .append("agency", roster.id().agency())
        .append("rosterId", roster.id().id())
        .append("state", roster.state().name())
        .append("roster", json.writeValueAsString(roster));
  }

  private List<Roster> readAll(Iterable<Document> documents) {
    var all = new ArrayList<Roster>();
    documents.forEach(document -> all.add(read(document)));
    return all;
  }

  private Roster read(Document document) {
    return json.readValue(document.getString("roster"), Roster.class);
  }
}
