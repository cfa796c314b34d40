package org.yizhan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.local.Engines;

/**
 * The sample against a real broker and a pretended gateway: whether it sends, waits, compares and
 * prints.
 */
class SampleIT {

  @Test
  void theSampleWaitsForItsAnswersAndFindsEveryAmountAsExpected() throws Exception {
    var engines = Engines.forTests();
    engines.createTopics(2);
    var lines = new ArrayList<String>();
    new AgencyDesk(engines.kafkaBootstrap()).publish(FakeSuite.feedback());
    try (var suite = new FakeSuite()) {
      var sample = new Sample(suite.url(), engines.kafkaBootstrap(), lines::add);
      assertThat(sample.run()).isTrue();
    }
    assertThat(lines.getLast()).contains("13 discharges settled, 0 amounts not as expected");
    assertThat(lines).anyMatch(line -> line.contains("H44160200001 for 2026-11"));
    assertNoCitizenId(lines);
  }

  private static void assertNoCitizenId(List<String> lines) {
    assertThat(lines).noneMatch(line -> line.matches("(?s).*[0-9]{17}[0-9X].*"));
  }
}
