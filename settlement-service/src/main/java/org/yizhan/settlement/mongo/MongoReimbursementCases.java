package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.settlement.reimbursement.ReimbursementCases;
import tools.jackson.databind.json.JsonMapper;

/** {@code reimbursementCases: {_id: caseId, state, case: JSON}}. */
public final class MongoReimbursementCases implements ReimbursementCases {

  private static final String STATE = "state";
  private static final String CASE = "case";

  private final MongoCollection<Document> cases;
  private final JsonMapper json;

  public MongoReimbursementCases(MongoDatabase database, JsonMapper json) {
    this.cases = database.getCollection("reimbursementCases");
    this.json = json;
    cases.createIndex(new Document(STATE, 1).append("_id", 1));
  }

  @Override
  public Optional<ReimbursementCase> find(UUID caseId) {
    return Optional.ofNullable(cases.find(eq("_id", caseId.toString())).first()).map(this::read);
  }

  @Override
  public void propose(ReimbursementCase proposed) {
    var document =
        new Document("_id", proposed.caseId().toString())
            .append(STATE, proposed.state().name())
            .append(CASE, json.writeValueAsString(proposed));
    BulkWrites.ignoringDuplicates(cases, List.of(new InsertOneModel<>(document)));
  }

  @Override
  public void decide(ReimbursementCase decided) {
    cases.updateOne(
        and(eq("_id", decided.caseId().toString()), eq(STATE, State.PROPOSED.name())),
        combine(set(STATE, decided.state().name()), set(CASE, json.writeValueAsString(decided))));
  }

  @Override
  public List<ReimbursementCase> page(@Nullable State state, @Nullable UUID after, int limit) {
    var inState = state == null ? empty() : eq(STATE, state.name());
    var following = after == null ? empty() : gt("_id", after.toString());
    return cases
        .find(and(inState, following))
        .sort(ascending("_id"))
        .limit(limit)
        .map(this::read)
        .into(new ArrayList<>());
  }

  private ReimbursementCase read(Document document) {
    return json.readValue(document.getString(CASE), ReimbursementCase.class);
  }
}
