package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Topics;

/** The suite's calendar on a real broker and a real store. */
class CalendarIT {

  @Test
  @DisplayName("Every partition hears of every day once, through midnight, a restart and a pause")
  void tellsTheDays() {
    try (var ledger = new TheLedger()) {
      ledger.startAt("2009-11-30T23:59:50+08:00");
      awaitTold(ledger, "2009-11-30", "2009-11", "2009-12-01");
      ledger.restartAt("2009-12-01T12:00:00+08:00"); // owes nothing more
      ledger.restartAt("2009-12-04T08:00:00+08:00");
      awaitTold(
          ledger, "2009-11-30", "2009-11", "2009-12-01", "2009-12-02", "2009-12-03", "2009-12-04");
      var ids =
          told(ledger, 0).stream().map(one -> text(one, "ce_id") + text(one, "ce_type")).toList();
      assertThat(told(ledger, 1).stream().map(one -> text(one, "ce_id") + text(one, "ce_type")))
          .containsExactlyElementsOf(ids);
      assertThat(ids.stream().distinct()).hasSize(6);
    }
  }

  private static void awaitTold(TheLedger ledger, String... subjects) {
    for (int partition = 0; partition < 2; partition++) {
      int ofPartition = partition;
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () ->
                  assertThat(told(ledger, ofPartition).stream().map(ConsumerRecord::key))
                      .containsExactly(subjects));
    }
  }

  /** Other tests' ledgers tell the real days. */
  private static List<ConsumerRecord<String, String>> told(TheLedger ledger, int partition) {
    return ledger.all(Topics.CALENDAR).stream()
        .filter(one -> one.partition() == partition && one.key().startsWith("2009"))
        .toList();
  }

  private static String text(ConsumerRecord<String, String> message, String header) {
    return new String(message.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }
}
