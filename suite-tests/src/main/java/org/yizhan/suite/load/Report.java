package org.yizhan.suite.load;

import java.io.IOException;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Prints figures as tables, one phase at a time. */
final class Report {

  private Report() {}

  static void say(String line) {
    System.out.println(line);
  }

  /**
   * @param postedPerSecond what the ledger posted while the phase was sending
   */
  static void phase(String title, OpenLoop.Phase phase, long postedPerSecond) {
    var waits = phase.waits();
    say("");
    say(title + (phase.cutShort() ? ", CUT SHORT: too many unanswered" : ""));
    say("  discharges sent        " + "%,12d".formatted(phase.sent()));
    say("  refused by a rule      " + "%,12d".formatted(phase.refused()));
    say("  first answered 202     " + "%,12d".formatted(phase.pending()));
    say("  posted to the ledger/s " + "%,12d".formatted(postedPerSecond));
    say("  answer p50             " + ms(waits, 50));
    say("  answer p90             " + ms(waits, 90));
    say("  answer p99             " + ms(waits, 99));
    say("  answer p99.9           " + ms(waits, 99.9));
    say("  answer longest         " + ms(waits, 100));
  }

  static String ms(Histogram waits, double percentile) {
    long us = waits.getValueAtPercentile(percentile);
    return "%9d.%02d ms".formatted(us / 1_000, us % 1_000 / 10);
  }

  static void processes(Map<String, Processes.Use> before, Map<String, Processes.Use> after)
      throws IOException {
    say("  process                      CPU s    RSS MB");
    after.forEach(
        (name, use) -> {
          var then = before.getOrDefault(name, use);
          say(
              "  %-24s %9s %9d"
                  .formatted(
                      name,
                      Processes.seconds(use.cpuTicks() - then.cpuTicks()),
                      use.residentKb() / 1_024));
        });
    say("  load of the machine: " + Processes.load());
  }
}
