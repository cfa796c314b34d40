package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.settling.Coverages;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {_id: personNumber, version, coverage: JSON, waiting: [{commandId, needed, deadline,
 * returned, command: JSON}]}}. The waiting list lives in the copy's own document, so that "still
 * older" and "put on the list" are one update.
 */
public final class MongoCoverages implements Coverages {

  private final MongoCollection<Document> coverages;
  private final JsonMapper json;
  private final java.time.ZoneId zone;

  public MongoCoverages(MongoDatabase database, JsonMapper json, java.time.ZoneId zone) {
    this.coverages = database.getCollection("coverages");
    this.json = json;
    this.zone = zone;
    coverages.createIndex(
        new Document("waiting.deadline", 1),
        new com.mongodb.client.model.IndexOptions().sparse(true));
  }

  @Override
  public Map<String, Known> find(Collection<String> personNumbers) {
    var found = new HashMap<String, Known>();
    for (var document : coverages.find(in("_id", personNumbers))) {
      var text = document.getString("coverage");
      var deadlines = new HashMap<UUID, OffsetDateTime>();
      for (var entry : waitingOf(document)) {
        deadlines.put(
            UUID.fromString(entry.getString("commandId")), timeOf(entry.getDate("deadline")));
      }
      found.put(
          document.getString("_id"),
          new Known(text == null ? null : json.readValue(text, Coverage.class), deadlines));
    }
    return found;
  }

  @Override
  public List<SettleDischarge> keep(Collection<Coverage> newer) {
    var writes = newer.stream().map(this::keepIfNewer).toList();
    BulkWrites.ignoringDuplicates(coverages, writes);
    var persons = newer.stream().map(Coverage::personNumber).toList();
    var caughtUp = new ArrayList<SettleDischarge>();
    for (var document : coverages.find(and(in("_id", persons), ne("waiting", null)))) {
      long version = versionOf(document);
      caughtUp.addAll(commandsOf(document, entry -> entry.getLong("needed") <= version));
    }
    return caughtUp;
  }

  private UpdateOneModel<Document> keepIfNewer(Coverage coverage) {
    return new UpdateOneModel<>(
        and(eq("_id", coverage.personNumber()), olderThan(coverage.eligibilityVersion())),
        combine(
            set("version", coverage.eligibilityVersion()),
            set("coverage", json.writeValueAsString(coverage))),
        new UpdateOptions().upsert(true));
  }

  @Override
  public boolean setAside(SettleDischarge command, OffsetDateTime deadline) {
    long neededVersion = Objects.requireNonNull(command.eligibilityVersion());
    var id = command.commandId().toString();
    var entry =
        new Document("commandId", id)
            .append("needed", neededVersion)
            .append("deadline", Date.from(deadline.toInstant()))
            .append("returned", false)
            .append("command", json.writeValueAsString(command));
    var stillOlder =
        and(
            eq("_id", command.personNumber()),
            olderThan(neededVersion),
            ne("waiting.commandId", id));
    var write =
        new UpdateOneModel<Document>(
            stillOlder, push("waiting", entry), new UpdateOptions().upsert(true));
    return BulkWrites.ignoringDuplicates(coverages, List.of(write)) == 1
        || waitsAlready(command, neededVersion);
  }

  private boolean waitsAlready(SettleDischarge command, long neededVersion) {
    var waiting =
        and(
            eq("_id", command.personNumber()),
            olderThan(neededVersion),
            eq("waiting.commandId", command.commandId().toString()));
    return coverages.find(waiting).first() != null;
  }

  @Override
  public List<SettleDischarge> overdue(OffsetDateTime now) {
    var limit = Date.from(now.toInstant());
    Bson due = elemMatch("waiting", and(lte("deadline", limit), eq("returned", false)));
    var commands = new ArrayList<SettleDischarge>();
    for (var document : coverages.find(due).limit(100)) {
      commands.addAll(
          commandsOf(
              document, e -> !e.getBoolean("returned") && !e.getDate("deadline").after(limit)));
    }
    return commands;
  }

  @Override
  public void markReturned(Collection<SettleDischarge> commands) {
    BulkWrites.ignoringDuplicates(
        coverages,
        commands.stream()
            .map(
                command ->
                    new UpdateOneModel<Document>(
                        and(
                            eq("_id", command.personNumber()),
                            eq("waiting.commandId", command.commandId().toString())),
                        set("waiting.$.returned", true)))
            .toList());
  }

  @Override
  public void forget(Collection<SettleDischarge> commands) {
    BulkWrites.ignoringDuplicates(
        coverages,
        commands.stream()
            .map(
                command ->
                    new UpdateOneModel<Document>(
                        eq("_id", command.personNumber()),
                        pull("waiting", new Document("commandId", command.commandId().toString()))))
            .toList());
  }

  /** A person of whom nothing is known yet is older than any version. */
  private static Bson olderThan(long version) {
    return or(lt("version", version), eq("version", null));
  }

  private static long versionOf(Document document) {
    var version = document.getLong("version");
    return version == null ? 0 : version;
  }

  private List<SettleDischarge> commandsOf(Document document, Predicate<Document> which) {
    return waitingOf(document).stream()
        .filter(which)
        .map(entry -> json.readValue(entry.getString("command"), SettleDischarge.class))
        .toList();
  }

  private static List<Document> waitingOf(Document document) {
    var waiting = document.getList("waiting", Document.class);
    return waiting == null ? List.of() : waiting;
  }

  private OffsetDateTime timeOf(Date date) {
    return OffsetDateTime.ofInstant(date.toInstant(), zone);
  }
}
