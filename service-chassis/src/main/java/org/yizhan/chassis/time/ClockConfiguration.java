package org.yizhan.chassis.time;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Only edges ask for the time, and all of them ask this clock, in the zone of the regulations. */
@AutoConfiguration
public class ClockConfiguration {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * @param start {@code yizhan.clock}: the instant at which the process believes to start, with
   *     offset; empty for the real time. For rehearsals and simulations.
   */
  @Bean
  @ConditionalOnMissingBean
  Clock clock(@Value("${yizhan.clock:}") String start) {
    var real = Clock.system(ZONE);
    return start.isBlank()
        ? real
        : Clock.offset(
            real, Duration.between(real.instant(), OffsetDateTime.parse(start).toInstant()));
  }
}
