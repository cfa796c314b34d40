package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals;
import org.yizhan.chassis.mongo.FencedTotals.Addition;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.chassis.mongo.OriginalFacts.Fact;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.roster.answer.AnswerTotals;

/** Collections {@code answers} (which were counted) and {@code answerTotals}, one per agency. */
public final class MongoAnswerTotals implements AnswerTotals {

  private final OriginalFacts given;
  private final MongoCollection<Document> totals;
  private final FencedTotals fenced;

  public MongoAnswerTotals(MongoDatabase database) {
    this.given = new OriginalFacts(database.getCollection("answers"));
    this.totals = database.getCollection("answerTotals");
    this.fenced = new FencedTotals(totals);
  }

  @Override
  public void count(List<Given> answers) {
    var facts = answers.stream().map(MongoAnswerTotals::factOf).toList();
    var originals = given.store(facts);
    var additions = new ArrayList<Addition>();
    for (int i = 0; i < answers.size(); i++) {
      if (originals.contains(facts.get(i))) {
        var answer = answers.get(i);
        additions.add(
            new Addition(
                answer.agency(),
                facts.get(i).place(),
                Map.of(),
                Map.of(answer.outcome().name(), 1L)));
      }
    }
    if (!additions.isEmpty()) {
      fenced.apply(additions);
    }
  }

  private static Fact factOf(Given answer) {
    var place = answer.place();
    return new Fact(
        answer.id().toString(),
        new Place(
            new PartitionId(place.topic(), answer.topicId(), place.partition()), place.offset()),
        new Document());
  }

  @Override
  public Map<Outcome, Long> of(String agency) {
    var sums = new EnumMap<Outcome, Long>(Outcome.class);
    for (var outcome : Outcome.values()) {
      sums.put(outcome, 0L);
    }
    for (var part : totals.find(eq("total", agency))) {
      part.get("sums", Document.class)
          .forEach((name, sum) -> sums.merge(Outcome.valueOf(name), (Long) sum, Math::addExact));
    }
    return sums;
  }
}
