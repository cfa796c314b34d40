package org.yizhan.chassis.parameter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Says at start-up which parameters are in force and which of them are illustrative, and then and
 * on every new day which values should have been looked at again.
 */
public final class ParameterNotices {

  private static final Logger log = LoggerFactory.getLogger(ParameterNotices.class);

  private final ParameterSet parameters;
  private final Clock clock;
  private @Nullable LocalDate looked;
  private volatile SortedMap<String, List<PastReview>> past;

  public ParameterNotices(ParameterSet parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
    this.past = parameters.pastReview(LocalDate.now(clock));
    log.info("parameters {} ({})", parameters.version(), parameters.hash());
    var illustrative = parameters.illustrative();
    if (!illustrative.isEmpty()) {
      log.warn(
          "{} parameters are illustrative and must be replaced before real use: {}",
          illustrative.size(),
          String.join(", ", illustrative));
    }
  }

  /** A gauge per city, from the start, so that an alert on it has something to ask. */
  public ParameterNotices measuredBy(MeterRegistry meters) {
    past.keySet()
        .forEach(
            city ->
                Gauge.builder("yizhan.parameters.past.review", () -> pastIn(city).size())
                    .tag("city", city)
                    .register(meters));
    return this;
  }

  /** The clock may be a rehearsal's, so the day is asked for, not waited for. */
  @Scheduled(fixedDelay = 60_000)
  void look() {
    var today = LocalDate.now(clock);
    if (today.equals(looked)) {
      return;
    }
    looked = today;
    past = parameters.pastReview(today);
    past.forEach(
        (city, values) -> {
          if (!values.isEmpty()) {
            log.warn("{} values of city {} are past their review: {}", values.size(), city, values);
          }
        });
  }

  List<PastReview> pastIn(String city) {
    return past.getOrDefault(city, List.of());
  }
}
