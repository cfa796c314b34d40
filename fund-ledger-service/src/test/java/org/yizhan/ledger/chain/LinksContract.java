package org.yizhan.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.ledger.account.Book;

/** What every store of links does. */
public abstract class LinksContract {

  private static final ChainId ONE = new ChainId(Book.MEMO, "topic", 1);
  private static final ChainId TEN = new ChainId(Book.MEMO, "topic", 10);
  private static final ChainId CASH = new ChainId(Book.CASH, "topic", 1);

  /** One that holds nothing yet. */
  protected abstract Links links();

  @Test
  void keepsTheLastOfEachChain() {
    var links = links();
    assertThat(links.chains()).isEmpty();
    assertThat(links.append(List.of(link(ONE, 1), link(TEN, 1), link(CASH, 1)))).isTrue();
    for (int number = 2; number <= 11; number++) {
      assertThat(links.append(List.of(link(ONE, number)))).isTrue();
    }
    assertThat(links.chains()).containsExactly(CASH, ONE, TEN);
    assertThat(links.last(List.of(ONE, TEN, new ChainId(Book.CASH, "topic", 2))))
        .isEqualTo(Map.of(ONE, link(ONE, 11), TEN, link(TEN, 1)));
  }

  @Test
  void aNumberIsTakenOnce() {
    var links = links();
    assertThat(links.append(List.of(link(ONE, 1)))).isTrue();
    var other = new Link(ONE, 1, 5, 6, 1, ONE.beginning(), Digest.of("other"));
    assertThat(links.append(List.of(other, link(TEN, 1)))).isFalse();
    assertThat(links.last(List.of(ONE, TEN)))
        .isEqualTo(Map.of(ONE, link(ONE, 1), TEN, link(TEN, 1)));
  }

  private static Link link(ChainId chain, long number) {
    return new Link(
        chain, number, number * 10, number * 10 + 5, 3, chain.beginning(), Digest.of("h" + number));
  }
}
