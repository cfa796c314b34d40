package org.yizhan.settlement.settling;

import java.util.List;

/**
 * A batch, decided and written.
 *
 * @param answers to be published in this order
 * @param acknowledged to be run once the brokers have all of them: keeps what was published, so
 *     that a year need not carry its events any longer
 */
public record Round(List<Answer> answers, Runnable acknowledged) {

  static final Round NOTHING = new Round(List.of(), () -> {});

  /** One after the other. */
  static Round of(List<Round> rounds) {
    return new Round(
        rounds.stream().flatMap(round -> round.answers().stream()).toList(),
        () -> rounds.forEach(round -> round.acknowledged().run()));
  }
}
