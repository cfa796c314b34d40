package org.yizhan.reconciliation.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonth;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonths;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;

/** Reads lines in their order and sums the totals of all partitions. */
@Component
final class MongoHospitalMonths implements HospitalMonths {

  static final String LINES = "lines";

  private static final Bson IN_ORDER = ascending(LineDocument.ORDER);

  private final MongoCollection<Document> lines;
  private final MongoCollection<Document> totals;

  MongoHospitalMonths(MongoDatabase database) {
    this.lines = database.getCollection(LINES);
    this.totals = database.getCollection(TotalDocument.COLLECTION);
    lines.createIndex(
        Indexes.ascending(LineDocument.HOSPITAL, LineDocument.MONTH, LineDocument.ORDER));
  }

  @Override
  public Optional<MonthTotals> totals(HospitalMonth month) {
    MonthTotals sum = null;
    for (var part : totals.find(eq("total", month.toString()))) {
      sum = plus(sum, TotalDocument.read(part));
    }
    return Optional.ofNullable(sum);
  }

  private static MonthTotals plus(@Nullable MonthTotals sum, MonthTotals part) {
    return sum == null ? part : sum.plus(part);
  }

  @Override
  public SortedMap<YearMonth, MonthTotals> months(
      String hospitalCode, @Nullable YearMonth after, int limit) {
    var from = hospitalCode + "/" + (after == null ? "" : after);
    var found = new TreeMap<YearMonth, MonthTotals>();
    // '0' follows '/', so that this is every total of the hospital beyond the month given.
    for (var part :
        totals
            .find(and(gt("total", from), lt("total", hospitalCode + "0")))
            .sort(ascending("total"))) {
      var month = YearMonth.parse(part.get("labels", Document.class).getString("month"));
      if (found.size() == limit && !found.containsKey(month)) {
        break;
      }
      found.merge(month, TotalDocument.read(part), MonthTotals::plus);
    }
    return found;
  }

  @Override
  public Optional<List<AdvanceLine>> lines(HospitalMonth month, @Nullable UUID after, int limit) {
    var filter = of(month);
    if (after != null) {
      var last = lines.find(and(filter, eq("_id", after.toString()))).first();
      if (last == null) {
        return Optional.empty();
      }
      filter = and(filter, gt(LineDocument.ORDER, last.getString(LineDocument.ORDER)));
    }
    var page = lines.find(filter).sort(IN_ORDER).limit(limit).map(LineDocument::read);
    return Optional.of(page.into(new ArrayList<>()));
  }

  @Override
  public void forEachLine(HospitalMonth month, Consumer<AdvanceLine> reader) {
    lines.find(of(month)).sort(IN_ORDER).map(LineDocument::read).forEach(reader);
  }

  private static Bson of(HospitalMonth month) {
    return and(
        eq(LineDocument.HOSPITAL, month.hospitalCode()),
        eq(LineDocument.MONTH, month.month().toString()));
  }
}
