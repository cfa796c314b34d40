package org.yizhan.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;

class SealingDaysTest extends DaySealsContract {

  private static final LocalDate DAY = LocalDate.parse("2019-12-31");

  private final LinksInMemory links = new LinksInMemory();
  private final Chaining chaining = new Chaining(links);
  private final DaySealsInMemory seals = new DaySealsInMemory();
  private final SealingDays sealing = new SealingDays(links, seals);

  @Override
  protected DaySeals seals() {
    return seals;
  }

  @Test
  void aDaySealsWhatIsPostedWhenItIsHandled() {
    chaining.extend(List.of(AnEntry.at(0, 1, 1, Payer.BASIC), AnEntry.cash(1, 1, 2)));
    var seal = sealing.seal(DAY).orElseThrow();
    assertThat(seal.chains())
        .extracting(one -> one.chain().toString() + " " + one.toOffset())
        .containsExactly("CASH/" + AnEntry.TOPIC_ID + "/1 1", "MEMO/" + AnEntry.TOPIC_ID + "/0 1");
    chaining.extend(List.of(AnEntry.at(0, 2, 3, Payer.BASIC)));
    assertThat(sealing.seal(DAY)).contains(seal); // again: the same, though more is posted now
    var next = sealing.seal(DAY.plusDays(1)).orElseThrow();
    assertThat(next.previous()).isEqualTo(seal.head());
    assertThat(next.head()).isNotEqualTo(seal.head()).isEqualTo(next.recomputed());
  }

  @Test
  void aQuietDayIsSealedToo() {
    var first = sealing.seal(DAY).orElseThrow();
    var second = sealing.seal(DAY.plusDays(1)).orElseThrow();
    assertThat(second.head()).isNotEqualTo(first.head());
  }

  @Test
  void aDayBeforeTheLastSealIsNotPutIn() {
    sealing.seal(DAY);
    assertThat(sealing.seal(DAY.minusDays(1))).isEmpty();
    assertThat(seals.last().orElseThrow().date()).isEqualTo(DAY);
  }
}
