package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.Question;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.Simulations;
import org.yizhan.settlement.simulation.Slice;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code simulations: {_id, question: JSON, submittedAt, state, heldUntil, attempt, inVain, done:
 * [slice], findings: JSON, failure}}. A slice and what it came to are one write; whoever does not
 * hold the simulation any longer writes nothing.
 */
public final class MongoSimulations implements Simulations {

  private static final String IN_VAIN = "inVain";
  private static final Date HELD_BY_NOBODY = Date.from(Instant.EPOCH);
  private static final FindOneAndUpdateOptions OLDEST =
      new FindOneAndUpdateOptions()
          .sort(ascending("submitted", "_id"))
          .returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> simulations;
  private final JsonMapper json;

  public MongoSimulations(MongoDatabase database, JsonMapper json) {
    this.simulations = database.getCollection("simulations");
    this.json = json;
  }

  @Override
  public void add(Simulation simulation) {
    var document =
        new Document("_id", simulation.id().toString())
            .append("question", json.writeValueAsString(simulation.question()))
            .append("submittedAt", simulation.submittedAt().toString())
            .append("submitted", Date.from(simulation.submittedAt().toInstant()))
            .append("state", simulation.state().name())
            .append("heldUntil", HELD_BY_NOBODY)
            .append("attempt", 0)
            .append(IN_VAIN, 0)
            .append("done", List.copyOf(simulation.done()))
            .append("findings", json.writeValueAsString(simulation.findings()));
    BulkWrites.ignoringDuplicates(simulations, List.of(new InsertOneModel<>(document)));
  }

  @Override
  public Optional<Simulation> find(UUID id) {
    return Optional.ofNullable(simulations.find(eq("_id", id.toString())).first()).map(this::read);
  }

  @Override
  public Optional<Hold> take(OffsetDateTime now, OffsetDateTime until) {
    var free = and(running(), lt("heldUntil", dateOf(now)));
    var taking = combine(set("heldUntil", dateOf(until)), inc("attempt", 1), inc(IN_VAIN, 1));
    return Optional.ofNullable(simulations.findOneAndUpdate(free, taking, OLDEST))
        .map(
            document ->
                new Hold(
                    read(document),
                    document.getInteger("attempt"),
                    document.getInteger(IN_VAIN) - 1));
  }

  @Override
  public boolean renew(Hold hold, OffsetDateTime until) {
    return update(hold, set("heldUntil", dateOf(until)));
  }

  @Override
  public boolean keep(Hold hold, Slice slice, Findings soFar) {
    return update(
        hold,
        combine(
            addToSet("done", slice.number()),
            set("findings", json.writeValueAsString(soFar)),
            set(IN_VAIN, 0)));
  }

  @Override
  public void finish(Hold hold) {
    update(hold, set("state", State.DONE.name()));
  }

  @Override
  public void fail(Hold hold, String failure) {
    update(hold, combine(set("state", State.FAILED.name()), set("failure", failure)));
  }

  @Override
  public void release(Hold hold) {
    update(hold, combine(set("heldUntil", HELD_BY_NOBODY), min(IN_VAIN, hold.inVain())));
  }

  @Override
  public boolean cancel(UUID id) {
    var mine = and(eq("_id", id.toString()), running());
    return simulations.updateOne(mine, set("state", State.CANCELLED.name())).getMatchedCount() == 1;
  }

  private boolean update(Hold hold, Bson change) {
    var held =
        and(eq("_id", hold.simulation().id().toString()), running(), eq("attempt", hold.attempt()));
    return simulations.updateOne(held, change).getMatchedCount() == 1;
  }

  private static Bson running() {
    return eq("state", State.RUNNING.name());
  }

  private static Date dateOf(OffsetDateTime time) {
    return Date.from(time.toInstant());
  }

  private Simulation read(Document document) {
    return new Simulation(
        UUID.fromString(document.getString("_id")),
        json.readValue(document.getString("question"), Question.class),
        OffsetDateTime.parse(document.getString("submittedAt")),
        State.valueOf(document.getString("state")),
        new TreeSet<>(document.getList("done", Integer.class)),
        json.readValue(document.getString("findings"), Findings.class),
        document.getString("failure"));
  }
}
