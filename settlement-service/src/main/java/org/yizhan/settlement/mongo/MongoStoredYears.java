package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.simulation.Slice;
import org.yizhan.settlement.simulation.StoredYears;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link MongoBenefitYears} writes, many years one after the other: a slice is a range
 * of ids, since they begin with the person number. No more than a batch of them is in memory.
 */
public final class MongoStoredYears implements StoredYears {

  private static final int YEARS_AT_ONCE = 500;

  private final MongoCollection<Document> years;
  private final YearDocument stored;

  public MongoStoredYears(MongoDatabase database, JsonMapper json) {
    this.years = database.getCollection("benefitYears");
    this.stored = new YearDocument(json);
  }

  @Override
  public void read(String city, int year, Slice slice, Predicate<BenefitYear> goOn) {
    var found =
        years
            .find(in(city, year, slice))
            .projection(
                include(
                    "person", "city", "year", "version", YearDocument.USED, YearDocument.CLAIMS))
            .batchSize(YEARS_AT_ONCE);
    try (var cursor = found.cursor()) {
      boolean wanted = true;
      while (wanted && cursor.hasNext()) {
        wanted = goOn.test(stored.whole(cursor.next()));
      }
    }
  }

  private static Bson in(String city, int year, Slice slice) {
    var conditions = new ArrayList<Bson>(List.of(eq("city", city), eq("year", year)));
    conditions.add(gte("_id", slice.from()));
    var before = slice.before();
    if (before != null) {
      conditions.add(lt("_id", before));
    }
    return and(conditions);
  }
}
