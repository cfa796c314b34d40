package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Topics;
import org.yizhan.roster.fullroster.OneStory;
import org.yizhan.roster.fullroster.RosterEntry;

/**
 * What a county's list says of one human who has several numbers: what holds in {@link OneStory}
 * that an agency tells of one category, as in eligibility.
 */
final class MergedRows {

  private final MongoCollection<Document> entries;
  private final EntryDocuments documents;

  MergedRows(MongoCollection<Document> entries, EntryDocuments documents) {
    this.entries = entries;
    this.documents = documents;
  }

  /** The marks in force in the county on the day, in order of agency and category. */
  List<Document> marks(Collection<String> numbers, String county, LocalDate day) {
    var stories = new TreeMap<String, List<RosterEntry>>();
    for (var document : entries.find(areOf(numbers, cityOf(county)))) {
      var entry = documents.read(document);
      stories
          .computeIfAbsent(
              entry.key().agency() + "|" + entry.key().category(), story -> new ArrayList<>())
          .add(entry);
    }
    return stories.values().stream()
        .flatMap(story -> Stream.ofNullable(OneStory.until(day, story).holding()))
        .filter(entry -> entry.marking().county().equals(county))
        .filter(entry -> isNotOver(entry.marking().effectiveTo(), day))
        .map(MergedRows::mark)
        .toList();
  }

  private static boolean isNotOver(@Nullable LocalDate to, LocalDate day) {
    return to == null || !to.isBefore(day);
  }

  private static Document mark(RosterEntry entry) {
    var to = entry.marking().effectiveTo();
    return new Document("category", entry.key().category())
        .append("agency", entry.key().agency())
        .append("since", entry.marking().effectiveFrom().toString())
        .append("until", to == null ? null : to.toString());
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
}
