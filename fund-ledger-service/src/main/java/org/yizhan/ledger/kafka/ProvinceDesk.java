package org.yizhan.ledger.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.province.AskingTheProvince;
import org.yizhan.ledger.province.Province.ProvinceFailure;

/**
 * Asks the province outside the consumers, a few questions at a time, and puts what it says on
 * {@code fund.commands}. {@code yizhan.province.configured} is 0 where no province is known: then
 * nothing is asked; {@code yizhan.province.waiting} counts the questions without a final answer.
 */
@Component
final class ProvinceDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ProvinceDesk.class);

  private final AskingTheProvince asking;
  private final FundOutbound outbound;
  private final Publisher publisher;
  private final Clock clock;
  private final MeterRegistry meters;
  private final AtomicInteger waiting = new AtomicInteger();

  ProvinceDesk(
      AskingTheProvince asking,
      FundOutbound outbound,
      Publisher publisher,
      Clock clock,
      MeterRegistry meters) {
    this.asking = asking;
    this.outbound = outbound;
    this.publisher = publisher;
    this.clock = clock;
    this.meters = meters;
    Gauge.builder("yizhan.province.configured", () -> asking.hasAProvince() ? 1 : 0)
        .register(meters);
    Gauge.builder("yizhan.province.waiting", waiting::get).register(meters);
    meters.counter("yizhan.province.failures");
  }

  @Scheduled(
      initialDelayString = "${yizhan.province.every:10000}",
      fixedDelayString = "${yizhan.province.every:10000}")
  void ask() {
    int open = 0;
    for (var fund : asking.funds()) {
      open += ask(fund);
    }
    waiting.set(open);
  }

  /** Returns how many questions are still open; a city that fails does not keep others waiting. */
  private int ask(FundState fund) {
    try {
      var answers = asking.about(fund, OffsetDateTime.now(clock));
      publisher.publish(answers.commands().stream().map(outbound::asking).toList());
      return answers.open();
    } catch (ProvinceFailure failure) {
      meters.counter("yizhan.province.failures").increment();
      LOG.warn("off-site function of {}: {}", fund.city(), failure.getMessage());
      return 1;
    }
  }
}
