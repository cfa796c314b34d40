package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.Problem;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.journal.Journal.Source;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code funds: {_id: "441600/ASSISTANCE", version, source: {topic, topicId, partition}, before:
 * {offset, state}, now: {offset, state}}}, states in the form of their JSON; {@code fundDecisions:
 * {_id, fund, type, fingerprint, source, offset, refusal}}.
 */
@Component
final class MongoFunds implements Funds {

  private static final JsonWriterSettings PLAIN_NUMBERS =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final MongoCollection<Document> funds;
  private final MongoCollection<Document> decisions;
  private final JsonMapper mapper;

  MongoFunds(MongoDatabase database, JsonMapper mapper) {
    this.funds = database.getCollection("funds");
    this.decisions = database.getCollection("fundDecisions");
    this.mapper = mapper;
  }

  @Override
  public Map<String, Kept> find(Collection<String> keys) {
    var found = new HashMap<String, Kept>();
    for (var document : funds.find(in("_id", keys))) {
      found.put(document.getString("_id"), keptIn(document));
    }
    return found;
  }

  private Kept keptIn(Document document) {
    return new Kept(
        sourceIn(document),
        momentIn(document.get("before", Document.class)),
        momentIn(document.get("now", Document.class)),
        document.getLong("version"));
  }

  private Moment momentIn(Document moment) {
    var state = moment.get("state", Document.class).toJson(PLAIN_NUMBERS);
    return new Moment(mapper.readValue(state, FundState.class), moment.getLong("offset"));
  }

  @Override
  public void keep(List<Kept> changed) {
    var writes = changed.stream().map(this::write).toList();
    if (BulkWrites.ignoringDuplicates(funds, writes) != writes.size()) {
      throw new IllegalStateException(
          "a fund was changed by another consumer meanwhile; the batch must come again");
    }
  }

  private WriteModel<Document> write(Kept kept) {
    var key = Funds.keyOf(kept.now().state());
    var document =
        new Document("_id", key)
            .append("version", kept.version() + 1)
            .append("source", documentOf(kept.source()))
            .append("before", documentOf(kept.before()))
            .append("now", documentOf(kept.now()));
    return kept.version() == 0
        ? new InsertOneModel<>(document)
        : new ReplaceOneModel<>(and(eq("_id", key), eq("version", kept.version())), document);
  }

  private Document documentOf(Moment moment) {
    return new Document("offset", moment.offset())
        .append("state", Document.parse(mapper.writeValueAsString(moment.state())));
  }

  private static Document documentOf(Source source) {
    return new Document("topic", source.topic())
        .append("topicId", source.topicId())
        .append("partition", source.partition());
  }

  private static Source sourceIn(Document document) {
    var source = document.get("source", Document.class);
    return new Source(
        source.getString("topic"), source.getString("topicId"), source.getInteger("partition"));
  }

  @Override
  public Map<UUID, Decided> decided(Collection<UUID> commandIds) {
    var found = new HashMap<UUID, Decided>();
    var ids = commandIds.stream().map(UUID::toString).toList();
    for (var document : decisions.find(in("_id", ids))) {
      var id = UUID.fromString(document.getString("_id"));
      found.put(
          id,
          new Decided(
              id,
              document.getString("fund"),
              document.getString("type"),
              document.getString("fingerprint"),
              sourceIn(document),
              document.getLong("offset"),
              refusalIn(document)));
    }
    return found;
  }

  private @Nullable Problem refusalIn(Document document) {
    var refusal = document.get("refusal", Document.class);
    return refusal == null ? null : mapper.readValue(refusal.toJson(PLAIN_NUMBERS), Problem.class);
  }

  @Override
  public void remember(List<Decided> decided) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var one : decided) {
      var refusal = one.refusal();
      writes.add(
          new InsertOneModel<>(
              new Document("_id", one.commandId().toString())
                  .append("fund", one.key())
                  .append("type", one.type())
                  .append("fingerprint", one.fingerprint())
                  .append("source", documentOf(one.source()))
                  .append("offset", one.offset())
                  .append(
                      "refusal",
                      refusal == null
                          ? null
                          : Document.parse(mapper.writeValueAsString(refusal)))));
    }
    BulkWrites.ignoringDuplicates(decisions, writes);
  }
}
