package org.yizhan.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClockConfigurationTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ClockConfiguration.class));

  @Test
  void tellsTheRealTimeInTheZoneOfTheRegulations() {
    context.run(
        found -> {
          var clock = found.getBean(Clock.class);
          assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
          assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        });
  }

  @Test
  void startsWhereARehearsalSaysAndGoesOn() {
    context
        .withPropertyValues("yizhan.clock=2019-10-31T23:59:58+08:00")
        .run(
            found -> {
              var clock = found.getBean(Clock.class);
              var start = OffsetDateTime.parse("2019-10-31T23:59:58+08:00").toInstant();
              var first = clock.instant();
              assertThat(first).isBetween(start, start.plusSeconds(10));
              Thread.sleep(20);
              assertThat(clock.instant()).isAfter(first);
            });
  }

  @Test
  void refusesAStartThatIsNoInstant() {
    context
        .withPropertyValues("yizhan.clock=2019-10-31")
        .run(found -> assertThat(found).hasFailed());
  }
}
