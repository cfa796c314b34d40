package org.yizhan.eligibility.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.yizhan.eligibility.premium.AskedAgain;

/** Collection {@code premiumRounds}: {@code {_id: "2020-01-02", after, finished}}. */
public final class MongoAskedAgain implements AskedAgain {

  private static final String AFTER = "after";
  private static final String FINISHED = "finished";

  private final MongoCollection<Document> rounds;

  public MongoAskedAgain(MongoDatabase database) {
    this.rounds = database.getCollection("premiumRounds");
  }

  @Override
  public void begin(LocalDate day) {
    rounds.updateOne(
        eq("_id", day.toString()),
        Updates.combine(Updates.setOnInsert(AFTER, ""), Updates.setOnInsert(FINISHED, false)),
        new UpdateOptions().upsert(true));
  }

  @Override
  public Optional<Round> unfinished() {
    return Optional.ofNullable(rounds.find().sort(descending("_id")).first())
        .map(
            round ->
                new Round(
                    LocalDate.parse(round.getString("_id")),
                    round.getString(AFTER),
                    round.getBoolean(FINISHED)))
        .filter(round -> !round.finished());
  }

  @Override
  public void advance(Round before, Round after) {
    rounds.updateOne(
        and(
            eq("_id", before.day().toString()),
            eq(AFTER, before.after()),
            eq(FINISHED, before.finished())),
        Updates.combine(
            Updates.set(AFTER, after.after()), Updates.set(FINISHED, after.finished())));
  }
}
