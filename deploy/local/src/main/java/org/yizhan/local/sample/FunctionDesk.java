package org.yizhan.local.sample;

import java.time.Duration;
import java.util.List;
import org.yizhan.contracts.Topics;
import tools.jackson.databind.JsonNode;

/**
 * The city's way to its off-site function (H19): wait for the receipt, apply, wait for the grant.
 */
final class FunctionDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AgencyDesk desk;
  private final TopicLog log;
  private final FundMessages messages;
  private boolean openedNow;

  FunctionDesk(AgencyDesk desk, TopicLog log, FundMessages messages) {
    this.desk = desk;
    this.log = log;
    this.messages = messages;
  }

  /** Returns when the function is open, or was ever told of: what somebody closed stays so. */
  void open(String city) {
    if (!log.all(Topics.OFF_SITE_FUNCTIONS, function -> isOf(city, function)).isEmpty()) {
      return;
    }
    log.await(
        Topics.FUND_COMMANDS,
        "the province's receipt for " + city,
        command ->
            command.path("step").asString("").equals("CONFIRM_RECEIPT")
                && isOf(city, command.path("asked")),
        PATIENCE);
    openedNow = true;
    desk.publish(List.of(messages.application(city)));
    log.await(
        Topics.OFF_SITE_FUNCTIONS,
        "the off-site function of " + city,
        function -> isOf(city, function) && function.path("state").asString("").equals("OPEN"),
        PATIENCE);
  }

  /** Whether it was opened in this run, so that others may not have heard of it. */
  boolean isFresh() {
    return openedNow;
  }

  private static boolean isOf(String city, JsonNode said) {
    return said.path("city").asString("").equals(city);
  }
}
