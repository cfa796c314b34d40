package org.yizhan.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaAdmin;
import org.yizhan.local.Engines;

/** Offsets belong to one life of a topic. */
class TopicIdsIT {

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", Engines.forTests().kafkaBootstrap());
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  @Test
  void aTopicThatWasMadeAgainStopsTheConsumerWithAClearMessage() throws Exception {
    create("lives");
    var first = ids().of("lives");
    assertThat(ids().of("lives")).isEqualTo(first);
    try (var admin = Admin.create(broker)) {
      admin.deleteTopics(List.of("lives")).all().get();
    }
    create("lives");
    assertThatThrownBy(() -> ids().of("lives"))
        .isInstanceOf(OurDefect.class)
        .hasMessageContainingAll("topic lives was deleted and made again", first);
  }

  private TopicIds ids() {
    return new TopicIds(
        new KafkaAdmin(broker),
        (topic, id) -> {
          kept.putIfAbsent(topic, id);
          return kept.get(topic);
        });
  }

  /** Deletion is finished in the background: the name is free a moment later. */
  private void create(String topic) throws Exception {
    try (var admin = Admin.create(broker)) {
      for (int tries = 0; ; tries++) {
        try {
          admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
          return;
        } catch (ExecutionException stillThere) {
          if (tries == 50) {
            throw stillThere;
          }
          Thread.sleep(100);
        }
      }
    }
  }
}
