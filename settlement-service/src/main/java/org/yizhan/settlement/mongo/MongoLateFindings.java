package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.settling.BenefitYears;

/** {@code lateFindings: {_id: "person|city|year", person, city, year, eligibilityVersion}}. */
public final class MongoLateFindings implements LateFindings {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private static final String VERSION = "eligibilityVersion";

  private final MongoCollection<Document> findings;

  public MongoLateFindings(MongoDatabase database) {
    this.findings = database.getCollection("lateFindings");
  }

  @Override
  public void note(Collection<LateFinding> found) {
    if (found.isEmpty()) {
      return;
    }
    findings.bulkWrite(
        found.stream()
            .map(
                one -> {
                  var id = BenefitYears.idOf(one.key());
                  return new ReplaceOneModel<>(
                      eq("_id", id),
                      new Document("_id", id)
                          .append("person", one.key().personNumber())
                          .append("city", one.key().city())
                          .append("year", one.key().year())
                          .append(VERSION, one.eligibilityVersion()),
                      UPSERT);
                })
            .toList());
  }

  @Override
  public void forget(Collection<LateFinding> settled) {
    if (!settled.isEmpty()) {
      findings.bulkWrite(
          settled.stream()
              .map(
                  one ->
                      new DeleteOneModel<Document>(
                          and(
                              eq("_id", BenefitYears.idOf(one.key())),
                              lte(VERSION, one.eligibilityVersion()))))
              .toList());
    }
  }

  @Override
  public List<LateFinding> page(@Nullable String after, int limit) {
    return findings
        .find(after == null ? empty() : gt("_id", after))
        .sort(ascending("_id"))
        .limit(limit)
        .map(
            document ->
                new LateFinding(
                    new BenefitYear.Key(
                        document.getString("person"),
                        document.getString("city"),
                        document.getInteger("year")),
                    document.getLong(VERSION)))
        .into(new ArrayList<>());
  }

  @Override
  public long count() {
    return findings.countDocuments();
  }
}
