package org.yizhan.chassis.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.kafka.OurDefect;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.OriginalFacts.Fact;
import org.yizhan.local.Engines;

class OriginalFactsIT {

  private static final PartitionId HERE = new PartitionId("said", "id-1", 0);
  private static final PartitionId THERE = new PartitionId("said", "id-1", 1);
  private static final PartitionId MADE_AGAIN = new PartitionId("said", "id-2", 0);

  private final MongoClient client = MongoClients.create(Engines.forTests().mongoUri());
  private final MongoCollection<Document> collection =
      client
          .getDatabase("facts-" + UUID.randomUUID())
          .getCollection("facts")
          .withWriteConcern(StoreConfiguration.DURABLE);
  private final OriginalFacts facts = new OriginalFacts(collection);

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void aRedeliveryIsTheOriginalAndACopyIsNot() {
    var original = fact("f", 7, "x");
    assertThat(facts.store(List.of(original))).containsExactly(original);
    assertThat(facts.store(List.of(original))).containsExactly(original);
    assertThat(facts.store(List.of(fact("f", 8, "x")))).isEmpty();
    assertThat(facts.store(List.of(fact(THERE, "f", 7, "x")))).isEmpty();
    assertThat(facts.store(List.of(fact(MADE_AGAIN, "f", 7, "x")))).isEmpty();
    assertThat(collection.countDocuments()).isOne();
  }

  @Test
  void aCopyInTheSameBatchIsRecognised() {
    var first = fact("f", 1, "x");
    assertThat(facts.store(List.of(first, fact("f", 2, "x"), fact("g", 3, "y"))))
        .containsExactlyInAnyOrder(first, fact("g", 3, "y"));
  }

  @Test
  void theSameIdWithOtherContentIsOurDefect() {
    facts.store(List.of(fact("f", 1, "x")));
    assertThatThrownBy(() -> facts.store(List.of(fact("f", 2, "y"))))
        .isInstanceOf(OurDefect.class)
        .hasMessageContaining("f is stored with other content")
        .hasMessageContaining("id-1/0:2");
    assertThatThrownBy(() -> facts.store(List.of(fact("g", 3, "x"), fact("g", 4, "y"))))
        .isInstanceOf(OurDefect.class);
  }

  @Test
  void contentComparesAsItWasStoredWithNullsListsAndNesting() {
    var content =
        new Document("none", null)
            .append("list", Arrays.asList(new Document("fen", 1L), new Document("fen", 2L)))
            .append("inner", new Document("text", "中文"));
    var fact = new Fact("f", new Place(HERE, 1), content);
    assertThat(facts.store(List.of(fact))).containsExactly(fact);
    assertThat(facts.store(List.of(fact))).containsExactly(fact);
  }

  @Test
  void whatStandsBesideAFactIsStoredAndIsNoPartOfIt() {
    var place = new Place(HERE, 1);
    var content = new Document("text", "x");
    facts.store(List.of(new Fact("f", place, content)));
    var tellsMore = new Fact("f", place, content, new Document("note", "n"));
    assertThat(facts.store(List.of(tellsMore))).containsExactly(tellsMore);
    var told = new Fact("g", place, content, new Document("note", "n"));
    facts.store(List.of(told));
    var tellsOtherwise = new Fact("g", place, content, new Document("note", "m"));
    assertThat(facts.store(List.of(tellsOtherwise))).containsExactly(tellsOtherwise);
    assertThat(collection.find(new Document("_id", "g")).first().get("beside", Document.class))
        .isEqualTo(new Document("note", "n"));
    assertThat(collection.find(new Document("_id", "f")).first()).doesNotContainKey("beside");
  }

  @Test
  void nothingToStoreAsksNothingOfTheStore() {
    assertThat(facts.store(List.of())).isEmpty();
  }

  private static Fact fact(String id, long offset, String text) {
    return fact(HERE, id, offset, text);
  }

  private static Fact fact(PartitionId partition, String id, long offset, String text) {
    return new Fact(id, new Place(partition, offset), new Document("text", text));
  }
}
