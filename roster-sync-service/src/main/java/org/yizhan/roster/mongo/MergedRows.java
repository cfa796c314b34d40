package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.yizhan.contracts.Topics;

/**
 * What a county's list says of one human who has several numbers. Of several entries of one agency
 * and category the one that was said last counts, whichever number it was said of: as in
 * eligibility, where they are one story.
 */
final class MergedRows {

  private final MongoCollection<Document> entries;

  MergedRows(MongoCollection<Document> entries) {
    this.entries = entries;
  }

  /** The marks in force in the county on the day, in order of agency and category. */
  List<Document> marks(Collection<String> numbers, String county, String day) {
    var last = new TreeMap<String, Document>();
    for (var entry : entries.find(areOf(numbers, cityOf(county))).sort(ascending("_id"))) {
      last.merge(
          entry.getString("agency") + "|" + entry.getString("category"),
          entry,
          (one, other) -> saidAt(one).after(saidAt(other)) ? one : other);
    }
    return last.values().stream()
        .filter(entry -> county.equals(entry.getString("county")) && isInForce(entry, day))
        .map(
            entry ->
                new Document("category", entry.getString("category"))
                    .append("agency", entry.getString("agency"))
                    .append("since", entry.getString("from"))
                    .append("until", entry.getString("to")))
        .toList();
  }

  private static String cityOf(String county) {
    return county.substring(0, 4) + "00";
  }

  /** The ids of one agency, city and person stand together: no index besides theirs is needed. */
  private static Bson areOf(Collection<String> numbers, String city) {
    var ranges = new ArrayList<Bson>();
    for (var agency : Topics.MARKING_AGENCIES) {
      for (var number : numbers) {
        var start = agency + "|" + city + "|" + number;
        ranges.add(and(gt("_id", start + "|"), lt("_id", start + "}")));
      }
    }
    return or(ranges);
  }

  private static Date saidAt(Document entry) {
    return entry.getDate("saidAt");
  }

  private static boolean isInForce(Document entry, String day) {
    return entry.getString("from").compareTo(day) <= 0
        && (entry.getString("to") == null || entry.getString("to").compareTo(day) >= 0)
        && (entry.getString("leftFrom") == null || entry.getString("leftFrom").compareTo(day) > 0);
  }
}
