package org.yizhan.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.parameter.ParameterNotices;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.settlement.parameter.LawUnits;

/** Loads the law and says what an operator must know of it. */
@Configuration(proxyBeanMethods = false)
class ParameterConfiguration {

  /**
   * @param overlay a directory whose files replace parameter files of the same path or add to them;
   *     empty for none
   */
  @Bean
  ParameterSet parameters(@Value("${YIZHAN_PARAMETERS_OVERLAY:}") String overlay) {
    return LawUnits.FILES.load(
        LawUnits.SHIPPED, overlay.isBlank() ? Optional.empty() : Optional.of(Path.of(overlay)));
  }

  @Bean
  ParameterNotices parameterNotices(ParameterSet parameters, Clock clock, MeterRegistry meters) {
    return new ParameterNotices(parameters, clock).measuredBy(meters);
  }
}
