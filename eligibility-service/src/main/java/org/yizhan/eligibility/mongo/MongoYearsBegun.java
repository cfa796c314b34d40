package org.yizhan.eligibility.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.eligibility.premium.YearsBegun;

/** Collection {@code years}: {@code {_id: 2020, on: "2020-01-01", after, finished}}. */
public final class MongoYearsBegun implements YearsBegun {

  private static final String AFTER = "after";
  private static final String FINISHED = "finished";

  private final MongoCollection<Document> years;

  public MongoYearsBegun(MongoDatabase database) {
    this.years = database.getCollection("years");
  }

  @Override
  public void begin(LocalDate day) {
    years.updateOne(
        eq("_id", day.getYear()),
        Updates.combine(
            Updates.setOnInsert("on", day.toString()),
            Updates.setOnInsert(AFTER, ""),
            Updates.setOnInsert(FINISHED, false)),
        new UpdateOptions().upsert(true));
  }

  @Override
  public Optional<BegunYear> latest() {
    return read(years.find().sort(descending("_id")).first());
  }

  @Override
  public Optional<BegunYear> unfinished() {
    return read(years.find(eq(FINISHED, false)).sort(ascending("_id")).first());
  }

  @Override
  public void advance(BegunYear before, BegunYear after) {
    years.updateOne(
        and(eq("_id", before.year()), eq(AFTER, before.after()), eq(FINISHED, before.finished())),
        Updates.combine(
            Updates.set(AFTER, after.after()), Updates.set(FINISHED, after.finished())));
  }

  private static Optional<BegunYear> read(@Nullable Document found) {
    return Optional.ofNullable(found)
        .map(
            year ->
                new BegunYear(
                    year.getInteger("_id"),
                    LocalDate.parse(year.getString("on")),
                    year.getString(AFTER),
                    year.getBoolean(FINISHED)));
  }
}
