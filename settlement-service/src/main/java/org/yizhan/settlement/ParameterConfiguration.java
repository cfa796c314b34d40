package org.yizhan.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.settlement.parameter.ParameterFiles;
import org.yizhan.settlement.parameter.ParameterSet;
import org.yizhan.settlement.web.ReviewDates;

/** Loads the law and says what an operator must know of it. */
@Configuration(proxyBeanMethods = false)
class ParameterConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ParameterConfiguration.class);

  /**
   * @param overlay a directory whose files replace parameter files of the same path or add to them;
   *     empty for none
   */
  @Bean
  ParameterSet parameters(@Value("${YIZHAN_PARAMETERS_OVERLAY:}") String overlay) {
    var parameters =
        ParameterFiles.load(
            ParameterFiles.SHIPPED,
            overlay.isBlank() ? Optional.empty() : Optional.of(Path.of(overlay)));
    log.info("parameters {} ({})", parameters.version(), parameters.hash());
    var illustrative = parameters.illustrative();
    if (!illustrative.isEmpty()) {
      log.warn(
          "{} parameters are illustrative and must be replaced before real use: {}",
          illustrative.size(),
          String.join(", ", illustrative));
    }
    return parameters;
  }

  @Bean
  ReviewDates reviewDates(ParameterSet parameters, Clock clock, MeterRegistry meters) {
    return new ReviewDates(parameters, clock).measuredBy(meters);
  }
}
