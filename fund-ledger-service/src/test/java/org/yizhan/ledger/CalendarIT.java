package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Topics;

/**
 * The suite's calendar, and the seals over each fund's books (H16), on a real broker and a real
 * store.
 */
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
      awaitSealed(ledger, "2009-11-30", "2009-12-01", "2009-12-02", "2009-12-03", "2009-12-04");
      ledger.redeliverEverythingAt("2009-12-04T12:00:00+08:00");
      await().during(Duration.ofSeconds(3)).until(() -> saidOnce(sealed(ledger)));
      assertThat(ledger.verifyChains()).contains("5 days are sealed").doesNotContain("BROKEN");
    }
  }

  private static void awaitSealed(TheLedger ledger, String... days) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(sealed(ledger).stream().map(ConsumerRecord::key).distinct())
                    .containsExactly(days));
  }

  private static List<ConsumerRecord<String, String>> sealed(TheLedger ledger) {
    return ledger.all(Topics.LEDGER).stream()
        .filter(one -> text(one, "ce_type").equals("day-sealed.v1"))
        .filter(one -> one.key().startsWith("2009"))
        .sorted(Comparator.comparing(ConsumerRecord::key))
        .toList();
  }

  /** A day that comes again is said again with the same bytes. */
  private static boolean saidOnce(List<ConsumerRecord<String, String>> sealed) {
    return sealed.stream().map(ConsumerRecord::value).distinct().count() == 5
        && sealed.stream().map(one -> text(one, "ce_id")).distinct().count() == 5;
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
