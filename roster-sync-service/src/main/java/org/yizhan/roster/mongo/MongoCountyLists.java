package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.push;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.merge;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.roster.change.Humans;
import org.yizhan.roster.change.Merges;
import org.yizhan.roster.countylist.CountyList;
import org.yizhan.roster.countylist.CountyLists;
import org.yizhan.roster.countylist.ListedPerson;
import org.yizhan.roster.countylist.ListedPerson.ListedMark;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collections {@code countyLists: {_id: "month|county", month, list: JSON}} and {@code listRows:
 * {_id: "month|county|person", masked, marks: [{category, agency, since, until}]}}, drawn up by the
 * server itself from {@code rosterEntries}.
 */
public final class MongoCountyLists implements CountyLists {

  private static final String ROWS = "listRows";

  private final MongoCollection<Document> entries;
  private final MergedRows merged;
  private final MongoCollection<Document> rows;
  private final MongoCollection<Document> lists;
  private final Merges merges;
  private final JsonMapper json;

  public MongoCountyLists(MongoDatabase database, Merges merges, JsonMapper json, ZoneId zone) {
    this.entries = database.getCollection(MongoRosterEntries.COLLECTION);
    this.merged = new MergedRows(entries, new EntryDocuments(zone));
    this.rows = database.getCollection(ROWS);
    this.lists = database.getCollection("countyLists");
    this.merges = merges;
    this.json = json;
    entries.createIndex(new Document("county", 1));
    lists.createIndex(new Document("month", 1));
  }

  private static String idOf(String county, YearMonth month) {
    return month + "|" + county;
  }

  @Override
  public Optional<CountyList> find(String county, YearMonth month) {
    return Optional.ofNullable(lists.find(eq("_id", idOf(county, month))).first()).map(this::read);
  }

  @Override
  public List<CountyList> of(YearMonth month) {
    var found = new ArrayList<CountyList>();
    lists
        .find(eq("month", month.toString()))
        .sort(ascending("_id"))
        .forEach(document -> found.add(read(document)));
    return found;
  }

  private CountyList read(Document document) {
    return json.readValue(document.getString("list"), CountyList.class);
  }

  @Override
  public void keep(CountyList list) {
    var id = idOf(list.county(), list.month());
    lists.replaceOne(
        eq("_id", id),
        new Document("_id", id)
            .append("month", list.month().toString())
            .append("list", json.writeValueAsString(list)),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public void drawUp(String county, YearMonth month, LocalDate asOf) {
    rows.deleteMany(isOf(county, month));
    var day = asOf.toString();
    entries
        .aggregate(
            List.of(
                match(
                    and(
                        eq("county", county),
                        or(eq("leftFrom", null), gt("leftFrom", day)),
                        lte("from", day),
                        or(eq("to", null), gte("to", day)))),
                sort(ascending("_id")),
                group(
                    "$person",
                    first("masked", "$masked"),
                    push(
                        "marks",
                        new Document("category", "$category")
                            .append("agency", "$agency")
                            .append("since", "$from")
                            .append("until", "$to"))),
                project(
                    new Document(
                            "_id",
                            new Document("$concat", List.of(idOf(county, month) + "|", "$_id")))
                        .append("masked", 1)
                        .append("marks", 1)),
                merge(ROWS)))
        .allowDiskUse(true)
        .toCollection();
    Humans.all(merges)
        .merged()
        .forEach((stays, numbers) -> unite(stays, numbers, new Id(county, month, asOf)));
  }

  private record Id(String county, YearMonth month, LocalDate day) {

    String of(String number) {
      return idOf(county, month) + "|" + number;
    }
  }

  /** Whoever was merged stands once, under the number that stays (H12). */
  private void unite(Identity stays, Set<String> numbers, Id list) {
    rows.deleteMany(in("_id", numbers.stream().map(list::of).toList()));
    var marks = merged.marks(numbers, list.county(), list.day());
    if (!marks.isEmpty()) {
      var id = list.of(stays.personNumber());
      rows.replaceOne(
          eq("_id", id),
          new Document("_id", id).append("masked", stays.maskedId()).append("marks", marks),
          new ReplaceOptions().upsert(true)); // another instance may draw up the same list
    }
  }

  /** The rows of one list stand together, in order of the persons' numbers. */
  private static Bson isOf(String county, YearMonth month) {
    var id = idOf(county, month);
    return and(gt("_id", id + "|"), lt("_id", id + "}")); // the character behind the separator
  }

  private FindIterable<Document> rowsOf(String county, YearMonth month) {
    return rows.find(isOf(county, month)).sort(ascending("_id"));
  }

  @Override
  public void eachPerson(String county, YearMonth month, Consumer<ListedPerson> reader) {
    for (var row : rowsOf(county, month)) {
      reader.accept(
          new ListedPerson(
              personOf(row),
              row.getString("masked"),
              row.getList("marks", Document.class).stream().map(MongoCountyLists::mark).toList()));
    }
  }

  private static String personOf(Document row) {
    var id = row.getString("_id");
    return id.substring(id.lastIndexOf('|') + 1);
  }

  private static ListedMark mark(Document mark) {
    return new ListedMark(
        mark.getString("category"),
        mark.getString("agency"),
        mark.getString("since"),
        mark.getString("until"));
  }

  /** Both lists are walked once, side by side. */
  @Override
  public void eachOnlyIn(String county, YearMonth month, YearMonth other, Consumer<String> reader) {
    var idOnly = new Document("_id", 1);
    try (var these = rowsOf(county, month).projection(idOnly).iterator();
        var those = rowsOf(county, other).projection(idOnly).iterator()) {
      var that = next(those);
      for (var one = next(these); one != null; one = next(these)) {
        while (that != null && that.compareTo(one) < 0) {
          that = next(those);
        }
        if (!one.equals(that)) {
          reader.accept(one);
        }
      }
    }
  }

  private static @Nullable String next(MongoCursor<Document> rows) {
    return rows.hasNext() ? personOf(rows.next()) : null;
  }
}
