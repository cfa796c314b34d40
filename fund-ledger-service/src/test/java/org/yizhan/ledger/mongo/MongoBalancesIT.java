package org.yizhan.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.PairTotal;
import org.yizhan.ledger.chain.Chaining;
import org.yizhan.ledger.journal.Journal.Offered;
import org.yizhan.ledger.journal.Journal.Source;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Posting;

class MongoBalancesIT {

  private static final AccountRef RECEIVABLE = AccountRef.of("1901");
  private static final AccountRef PAYABLE = AccountRef.of("2901");

  private final AStore store = new AStore();
  private final MongoDatabase database = store.empty();
  private final MongoJournal journal =
      new MongoJournal(database, new Chaining(new MongoLinks(database)));
  private final MongoBalances balances = new MongoBalances(database);
  private long offset;

  @AfterEach
  void disconnect() {
    store.close();
  }

  @Test
  @DisplayName("H16: each fund's books are summed over any span of booking months")
  void sumsTheMonthsAskedFor() {
    journal.post(
        List.of(
            booked("2019-10-31", 1, 100),
            booked("2019-11-01", 0, 20),
            booked("2019-11-30", 1, 3),
            booked("2020-01-01", 0, 4000)));
    assertThat(between("2019-10", "2019-10")).isEqualTo(100);
    assertThat(between("2019-11", "2019-11")).isEqualTo(23);
    assertThat(between("2019-10", "2019-12")).isEqualTo(123);
    assertThat(between("2019-11", "2020-01")).isEqualTo(4023);
    assertThat(between("2019-12", "2019-12")).isZero();
    assertThat(between("2020-01", "2019-10")).isZero();
    assertThat(sum(balances.pairs(Payer.BASIC, Book.MEMO))).isEqualTo(4123);
    assertThat(balances.pairs(Payer.ASSISTANCE, Book.MEMO)).isEmpty();
    assertThat(balances.pairs(Payer.BASIC, Book.CASH)).isEmpty();
  }

  private Offered booked(String day, int partition, long fen) {
    return new Offered(
        new Source("settlements", "topic", partition),
        offset++,
        new JournalEntry(
            UUID.randomUUID(),
            Payer.BASIC,
            Book.MEMO,
            UUID.randomUUID(),
            "claim-settled",
            LocalDate.parse(day),
            List.of(new Posting(RECEIVABLE, PAYABLE, Money.ofFen(fen))),
            null));
  }

  private long between(String from, String to) {
    return sum(balances.pairs(Payer.BASIC, Book.MEMO, YearMonth.parse(from), YearMonth.parse(to)));
  }

  private static long sum(List<PairTotal> pairs) {
    assertThat(pairs).hasSizeLessThanOrEqualTo(1);
    return pairs.stream().mapToLong(pair -> pair.amount().fen()).sum();
  }
}
