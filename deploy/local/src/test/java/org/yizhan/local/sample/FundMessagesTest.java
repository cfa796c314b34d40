package org.yizhan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.local.sample.Messages.Message;

class FundMessagesTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");

  private static List<String> ids(OffsetDateTime now) {
    return new FundMessages(now)
        .about(SampleData.load().funds()).stream().map(Message::id).toList();
  }

  @Test
  @DisplayName("H16 to H20, W5: the same money has the same ids all year, other money in the next")
  void comesOnceAYear() {
    assertThat(ids(NOW)).doesNotHaveDuplicates().isEqualTo(ids(NOW.plusDays(30)));
    assertThat(ids(NOW.plusYears(1))).doesNotContainAnyElementsOf(ids(NOW));
  }

  @Test
  void everyCommandGoesToTheFundThatDecidesIt() {
    assertThat(new FundMessages(NOW).about(SampleData.load().funds()))
        .allMatch(one -> one.key().matches("(441600|330300)/[A-Z_]+"))
        .extracting(Message::type)
        .contains("receive-income.v1", "move-prepayment.v1", "receive-advance.v1");
  }
}
