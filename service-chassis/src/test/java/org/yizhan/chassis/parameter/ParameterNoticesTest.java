package org.yizhan.chassis.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterNoticesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private LocalDate today = LocalDate.parse("2027-03-31");
  private final InstantSource now = () -> noon();
  private final Clock clock = now.withZone(ZONE);

  private Instant noon() {
    return today.atTime(12, 0).atZone(ZONE).toInstant();
  }

  @Test
  void theGaugeOfACityFollowsTheDay() {
    var meters = new SimpleMeterRegistry();
    var parameters = Example.FILES.load(Example.SHIPPED, Optional.empty());
    var notices = new ParameterNotices(parameters, clock).measuredBy(meters);
    var gauge = meters.get("yizhan.parameters.past.review").tag("city", "441600").gauge();
    notices.look();
    assertThat(gauge.value()).isZero();
    today = today.plusDays(1);
    assertThat(gauge.value()).isZero(); // nobody has looked yet
    notices.look();
    assertThat(gauge.value()).isEqualTo(1);
    var late = new SimpleMeterRegistry();
    var started = new ParameterNotices(parameters, clock).measuredBy(late);
    assertThat(started.pastIn("441600")).hasSize(1);
    assertThat(late.get("yizhan.parameters.past.review").gauge().value()).isEqualTo(1);
  }
}
