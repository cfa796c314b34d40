package org.yizhan.reconciliation.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.Advances;

/** Lines as facts, totals per hospital and month behind an offset fence. */
@Component
final class MongoAdvances implements Advances {

  private final OriginalFacts lines;
  private final FencedTotals totals;

  MongoAdvances(MongoDatabase database) {
    this.lines = new OriginalFacts(database.getCollection(MongoHospitalMonths.LINES));
    this.totals = new FencedTotals(database.getCollection(TotalDocument.COLLECTION));
  }

  @Override
  public List<Advance> collect(List<Offered> offered) {
    var facts = offered.stream().map(MongoAdvances::factOf).toList();
    var originals = lines.store(facts);
    var collected = new ArrayList<Offered>();
    for (int i = 0; i < offered.size(); i++) {
      if (originals.contains(facts.get(i))) {
        collected.add(offered.get(i));
      }
    }
    totals.apply(collected.stream().map(TotalDocument::additionOf).toList());
    return collected.stream().map(Offered::advance).toList();
  }

  private static OriginalFacts.Fact factOf(Offered offered) {
    var advance = offered.advance();
    return new OriginalFacts.Fact(
        advance.line().lineId().toString(),
        placeOf(offered),
        LineDocument.contentOf(advance),
        LineDocument.besideOf(advance));
  }

  static Place placeOf(Offered offered) {
    var source = offered.source();
    return new Place(
        new PartitionId(source.topic(), source.topicId(), source.partition()), offered.offset());
  }
}
