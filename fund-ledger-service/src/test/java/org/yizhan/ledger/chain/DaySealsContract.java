package org.yizhan.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.ledger.account.Book;

/** What every store of seals does. */
public abstract class DaySealsContract {

  private static final LocalDate FIRST = LocalDate.parse("2019-12-31");

  /** One that holds nothing yet. */
  protected abstract DaySeals seals();

  @Test
  void keepsOneSealPerDay() {
    var seals = seals();
    assertThat(seals.last()).isEmpty();
    var chain = new ChainId(Book.MEMO, "topic", 1);
    var link = new Link(chain, 3, 7, 9, 2, chain.beginning(), Digest.of("head"));
    var first = DaySeal.of(FIRST, null, Map.of(chain, link));
    var second = DaySeal.of(FIRST.plusDays(1), first, Map.of(chain, link));
    assertThat(seals.add(second)).isTrue();
    assertThat(seals.add(first)).isTrue();
    assertThat(seals.add(DaySeal.of(FIRST, null, Map.of()))).isFalse();
    assertThat(seals.find(FIRST)).contains(first);
    assertThat(seals.find(FIRST.minusDays(1))).isEmpty();
    assertThat(seals.last()).contains(second);
  }
}
