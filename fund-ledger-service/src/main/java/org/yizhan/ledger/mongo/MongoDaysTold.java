package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.ledger.calendar.DaysTold;

/** {@code calendar: {_id: "told", last: "2019-12-01"}}. */
@Component
final class MongoDaysTold implements DaysTold {

  private static final String ID = "told";
  private static final String LAST = "last";

  private final MongoCollection<Document> calendar;

  MongoDaysTold(MongoDatabase database) {
    this.calendar = database.getCollection("calendar");
  }

  @Override
  public Optional<LocalDate> last() {
    return Optional.ofNullable(calendar.find(eq("_id", ID)).first())
        .map(document -> LocalDate.parse(document.getString(LAST)));
  }

  @Override
  public void remember(LocalDate day) {
    calendar.updateOne(
        eq("_id", ID), Updates.max(LAST, day.toString()), new UpdateOptions().upsert(true));
  }
}
