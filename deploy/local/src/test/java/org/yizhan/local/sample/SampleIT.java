package org.yizhan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Topics;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;

/**
 * The sample against a real broker and a pretended gateway: whether it sends, waits, compares and
 * prints.
 */
class SampleIT {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");

  @Test
  void theSampleWaitsForItsAnswersAndFindsEveryAmountAsExpected() throws Exception {
    var engines = Engines.forTests();
    engines.createTopics(2);
    var lines = new ArrayList<String>();
    var desk = new AgencyDesk(engines.kafkaBootstrap());
    desk.publish(FakeSuite.feedback());
    desk.publish(List.of(FakeSuite.receipt()));
    var log = new TopicLog(engines.kafkaBootstrap());
    try (var suite = new FakeSuite();
        var machine = Executors.newVirtualThreadPerTaskExecutor()) {
      var opening =
          machine.submit(
              () -> {
                log.await(Topics.FUND_COMMANDS, "an application", SampleIT::applies, A_MINUTE);
                desk.publish(List.of(FakeSuite.opened()));
              });
      var sample = new Sample(suite.url(), engines.kafkaBootstrap(), NOW, lines::add);
      assertThat(sample.run()).isTrue();
      opening.get();
      var asked = commandIds(log);
      assertThat(new Sample(suite.url(), engines.kafkaBootstrap(), NOW.plusDays(1), _ -> {}).run())
          .isTrue();
      assertThat(commandIds(log)).as("another run adds nothing").isEqualTo(asked);
      assertThat(log.all(Topics.FUND_COMMANDS, SampleIT::applies)).hasSize(1);
    }
    assertThat(lines.getLast()).contains("13 discharges settled, 0 amounts not as expected");
    assertThat(lines)
        .anyMatch(line -> line.matches("  441600 ASSISTANCE +1234.56( +1234.56){3} +2469.12"))
        .anyMatch(line -> line.contains("  330300 POVERTY "));
    assertThat(lines).anyMatch(line -> line.contains("H44160200001 for 2026-11"));
    assertNoCitizenId(lines);
  }

  private static boolean applies(JsonNode command) {
    return command.path("step").asString("").equals("APPLY");
  }

  private static Set<String> commandIds(TopicLog log) {
    return log.all(Topics.FUND_COMMANDS, _ -> true).stream()
        .map(command -> command.path("asked").path("commandId").asString())
        .collect(Collectors.toSet());
  }

  private static void assertNoCitizenId(List<String> lines) {
    assertThat(lines).noneMatch(line -> line.matches("(?s).*[0-9]{17}[0-9X].*"));
  }
}
