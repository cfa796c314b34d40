package org.yizhan.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Journal.Offered;

/** H16: the entries of a book hang together, however their batches are cut. */
class ChainingTest extends LinksContract {

  private static final ChainId MEMO_0 = new ChainId(Book.MEMO, AnEntry.TOPIC_ID, 0);

  @Override
  protected Links links() {
    return new LinksInMemory();
  }

  @Test
  void aChainFollowsTheOriginsThroughEveryVoucher() {
    var links = new LinksInMemory();
    var first = AnEntry.at(0, 3, 1, Payer.BASIC);
    var second = AnEntry.at(0, 3, 1, Payer.ASSISTANCE);
    var third = AnEntry.at(0, 7, 2, Payer.BASIC);
    new Chaining(links).extend(List.of(first, second, AnEntry.cash(0, 3, 1), third));
    var head =
        MEMO_0.beginning().then(canonical(first)).then(canonical(second)).then(canonical(third));
    assertThat(links.last(List.of(MEMO_0)).get(MEMO_0))
        .isEqualTo(new Link(MEMO_0, 1, 3, 7, 3, MEMO_0.beginning(), head));
    assertThat(links.chains()).hasSize(2); // the cash book has its own
  }

  @Test
  void headsDoNotDependOnHowBatchesWereCutNorOnWhatCameAgain() {
    var whole = new LinksInMemory();
    var all = history();
    new Chaining(whole).extend(all);
    for (long seed = 0; seed < 200; seed++) {
      var cut = deliveredInPieces(all, new SplittableRandom(seed));
      assertThat(heads(cut)).as("seed " + seed).isEqualTo(heads(whole));
    }
  }

  private static List<Offered> history() {
    var all = new ArrayList<Offered>();
    for (int offset = 0; offset < 30; offset++) {
      int partition = offset % 2;
      all.add(AnEntry.at(partition, offset, offset, Payer.BASIC));
      all.add(AnEntry.at(partition, offset, offset, Payer.POVERTY));
      all.add(AnEntry.cash(partition, offset, offset));
    }
    return all;
  }

  /** In pieces, some again from further back, sometimes by a consumer that remembers nothing. */
  private static LinksInMemory deliveredInPieces(List<Offered> all, SplittableRandom random) {
    var links = new LinksInMemory();
    var one = new Chaining(links);
    var other = new Chaining(links); // remembers what is out of date: both believe to own it
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 3 * random.nextInt(1, 5));
      (random.nextBoolean() ? one : other).extend(all.subList(from, to));
      from = random.nextInt(4) == 0 ? Math.max(0, from - 3 * random.nextInt(4)) : to;
    }
    return links;
  }

  private static Map<ChainId, Digest> heads(Links links) {
    var heads = new HashMap<ChainId, Digest>();
    links.last(links.chains()).forEach((chain, link) -> heads.put(chain, link.head()));
    return heads;
  }

  @Test
  void aConsumerThatLosesEveryRaceGivesUp() {
    var hopeless =
        new Links() {
          @Override
          public Map<ChainId, Link> last(Collection<ChainId> chains) {
            return Map.of();
          }

          @Override
          public List<ChainId> chains() {
            return List.of();
          }

          @Override
          public boolean append(List<Link> links) {
            return false;
          }
        };
    assertThatThrownBy(
            () -> new Chaining(hopeless).extend(List.of(AnEntry.at(0, 3, 1, Payer.BASIC))))
        .hasMessageContaining("two consumers own")
        .hasMessageContaining(MEMO_0.toString());
  }

  private static String canonical(Offered one) {
    return CanonicalEntry.of(one.voucher(), one.offset(), one.entry());
  }
}
