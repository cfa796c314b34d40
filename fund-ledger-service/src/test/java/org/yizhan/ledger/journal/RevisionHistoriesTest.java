package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.fund.ManualMoney;
import org.yizhan.testing.ASettlement;

/** Settlements that are adjusted, reimbursed and cancelled at random, and what the books say. */
@DisplayName("H10, H16: however often a settlement is revised, the books net to what it says now")
class RevisionHistoriesTest {

  private static final int HISTORIES = 1_000;
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-12-02T12:00:00+08:00");

  private final SettlementEntries entries = new SettlementEntries(ZoneId.of("Asia/Shanghai"));

  /** A settlement, how it stands now, and what was posted for it. */
  private final class History {
    private final RandomGenerator random;
    private final UUID id;
    private final List<JournalEntry> posted = new ArrayList<>();
    private final Map<Payer, Long> paidOut = new HashMap<>();
    private final Map<Payer, Long> spent = new HashMap<>();
    private final Map<Payer, Long> outside = new HashMap<>();
    private ASettlement now;

    private History(long seed) {
      random = new Random(seed);
      id = new UUID(0, seed);
      now = shares(true);
      post(now.settled());
    }

    /** A share may move to another county only while nothing of it was settled outside one-stop. */
    private ASettlement shares(boolean countiesMove) {
      var settlement = aSettlement(id);
      for (var payer : Payer.values()) {
        var county = countiesMove && random.nextBoolean() ? "441625" : "441623";
        settlement.share(payer, Money.ofFen(random.nextInt(4) * 1_250L).toString(), county, null);
      }
      return settlement;
    }

    private void run() {
      boolean reimbursed = random.nextBoolean();
      if (reimbursed) {
        now = shares(false);
        posted.clear();
        post(now.settled());
      }
      for (int step = 0; step < 6; step++) {
        var next = shares(!reimbursed);
        var revision = new Revision(now.standing(), next.standing());
        if (reimbursed && random.nextInt(3) == 0) {
          reimburse(revision);
        } else {
          post(revised(revision));
        }
        now = next;
        check(now.standing());
      }
      if (!reimbursed) {
        post(revised(new Revision(now.standing(), now.cancelled())));
        assertThat(net(Book.MEMO)).as("cancelled").isEmpty();
      }
    }

    private void reimburse(Revision revision) {
      for (var change : revision.changes()) {
        long more = change.after().fen() - change.before().fen();
        outside.merge(change.payer(), more, Long::sum);
        boolean ours = change.payer() != Payer.POVERTY && change.payer() != Payer.SPECIAL_CARE;
        if (more > 0 && ours) {
          paidOut.merge(change.payer(), more, Long::sum);
        }
      }
      var reimbursed =
          new ClaimsReimbursed(
              uuid(),
              uuid(),
              Cause.LATE_KNOWLEDGE,
              "known late",
              "maker",
              "checker",
              NOON,
              NOON,
              List.of(revision));
      post(reimbursed);
      for (var command : ManualMoney.askedBy(reimbursed)) {
        if (command instanceof PayManually pay) {
          spent.merge(pay.asked().fund(), pay.amount().fen(), Long::sum);
        }
      }
    }

    private ClaimsRevised revised(Revision revision) {
      return new ClaimsRevised(
          uuid(), uuid(), Cause.CANCELLATION, "by mistake", NOON, NOON, List.of(revision));
    }

    private UUID uuid() {
      return new UUID(random.nextLong(), random.nextLong());
    }

    private void post(SettlementEvent event) {
      assertThat(entries.entriesFor(event)).isEqualTo(entries.entriesFor(event));
      posted.addAll(entries.entriesFor(event));
    }

    /** Debits less credits by fund and account, in fen; what is even is left out. */
    private Map<String, Long> net(Book book) {
      var net = new HashMap<String, Long>();
      for (var entry : posted) {
        if (entry.book() == book) {
          for (var posting : entry.postings()) {
            long fen = posting.amount().fen();
            net.merge(entry.fund() + " " + posting.debit(), fen, Long::sum);
            net.merge(entry.fund() + " " + posting.credit(), -fen, Long::sum);
          }
        }
      }
      net.values().removeIf(fen -> fen == 0);
      return net;
    }

    private void check(Settlement settlement) {
      var expected = new HashMap<String, Long>();
      for (var share : settlement.shares()) {
        long advanced = share.amount().fen() - outside.getOrDefault(share.payer(), 0L);
        AccountRef receivable = SettlementEntries.receivable(settlement, share);
        expected.put(share.payer() + " " + receivable, advanced);
        expected.put(share.payer() + " " + SettlementEntries.payable(settlement), -advanced);
      }
      expected.values().removeIf(fen -> fen == 0);
      assertThat(net(Book.MEMO)).isEqualTo(expected);
      assertThat(net(Book.CASH)).as("cash moves only by what is asked of the fund").isEmpty();
      assertThat(spent).as("paid out by hand").isEqualTo(paidOut);
      var ids = new HashSet<UUID>();
      assertThat(posted).allMatch(entry -> ids.add(entry.id()));
    }
  }

  @Test
  void theNetIsTheCurrentShare() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      try {
        new History(seed).run();
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("history " + seed + ": " + failed.getMessage(), failed);
      }
    }
  }
}
