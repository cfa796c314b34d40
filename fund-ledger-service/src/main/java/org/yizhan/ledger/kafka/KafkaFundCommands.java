package org.yizhan.ledger.kafka;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.ledger.asking.FundCommands;

/** Commands go to their fund's partition like anybody's. */
@Component
final class KafkaFundCommands implements FundCommands {

  private final Publisher publisher;
  private final FundOutbound outbound;

  KafkaFundCommands(Publisher publisher, FundOutbound outbound) {
    this.publisher = publisher;
    this.outbound = outbound;
  }

  @Override
  public void send(FundCommand command) {
    publisher.publish(List.of(outbound.asking(command)));
  }

  @Override
  public Described describe(FundCommand command) {
    return new Described(outbound.typeOf(command), outbound.fingerprint(command));
  }
}
