package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.fund.DecidingBatches.Received;
import org.yizhan.ledger.journal.Journal.Source;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * Some months of five funds: what was asked, in the order of the log, and how the funds stand when
 * every command is decided at its first sight and nothing ever dies. The oracle is asked after
 * every command.
 */
final class FundHistory {

  static final int PARTITIONS = 2;

  static final List<String> FUNDS =
      List.of(
          "441600/ASSISTANCE",
          "441600/BASIC",
          "441600/POVERTY",
          "441600/CATASTROPHIC",
          "330300/SPECIAL_CARE");

  final List<List<Received>> partitions = new ArrayList<>();
  final Map<String, FundState> states = new TreeMap<>();
  final BooksInMemory books = new BooksInMemory(() -> {});
  final Map<UUID, Fact> facts = new LinkedHashMap<>();
  final Map<String, Integer> seen = new TreeMap<>();
  private final DecidingFunds deciding;
  private final RandomGenerator random;
  private final Map<String, FundOracle> oracles = new TreeMap<>();
  private final Map<String, AskingAtRandom> asking = new TreeMap<>();
  private final Set<UUID> decided = new HashSet<>();
  private final List<FundCommand> asked = new ArrayList<>();
  private LocalDate day;

  FundHistory(long seed, DecidingFunds deciding) {
    this.deciding = deciding;
    this.random = new Random(seed);
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
    for (var key : FUNDS) {
      var city = key.substring(0, 6);
      var fund = Payer.valueOf(key.substring(7));
      states.put(key, FundState.empty(city, fund));
      oracles.put(key, new FundOracle(fund));
      asking.put(key, new AskingAtRandom(seed, random, city, fund));
    }
    day = LocalDate.of(2019, 10, 1).plusDays(random.nextInt(90));
  }

  FundHistory run() {
    FUNDS.forEach(this::begin);
    for (int step = 0; step < 14; step++) {
      day = day.plusDays(1 + random.nextInt(16));
      for (var key : FUNDS) {
        if (random.nextInt(8) > 0) {
          begin(key);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
          append(asking.get(key).on(day, states.get(key)));
        }
        if (random.nextInt(3) == 0) {
          append(asked.get(random.nextInt(asked.size())));
        }
      }
    }
    return this;
  }

  private void begin(String key) {
    new DaysOfFunds(AFund.LAW)
        .of(day).stream()
            .filter(command -> DecidingFunds.keyOf(command).equals(key))
            .forEach(this::append);
  }

  static int partitionOf(String key) {
    return FUNDS.indexOf(key) % PARTITIONS;
  }

  private void append(FundCommand command) {
    asked.add(command);
    int partition = partitionOf(DecidingFunds.keyOf(command));
    var log = partitions.get(partition);
    // offsets have gaps, as after an aborted or parked record
    long offset = log.isEmpty() ? 0 : log.getLast().offset() + 1 + random.nextInt(2);
    var source = new Source("fund.commands", "life-1", partition);
    log.add(new Received(source, offset, command, command.getClass().getSimpleName(), "same"));
    if (!decided.contains(DecidingFunds.idOf(command))) {
      decide(command);
    } else {
      seen.merge("repeated", 1, Integer::sum);
    }
  }

  private List<JournalEntry> ofPayment(FundCommand command) {
    return command instanceof FundCommand.ReceiveRefund refund
        ? books.about(refund.paymentId()).toList()
        : List.of();
  }

  private void decide(FundCommand command) {
    var key = DecidingFunds.keyOf(command);
    var decision = deciding.decide(states.get(key), command, ofPayment(command));
    boolean done = decision.refusal() == null;
    if (done || !(command instanceof PayPremium)) {
      decided.add(DecidingFunds.idOf(command));
    }
    seen.merge(command.getClass().getSimpleName() + (done ? "" : " refused"), 1, Integer::sum);
    states.put(key, decision.state());
    decision.entries().forEach(books::post);
    check(key, command, decision);
    for (var fact : decision.facts()) {
      tell(facts, fact);
      if (fact instanceof Fact.Asks(var next)) {
        append(next);
      }
    }
  }

  static void tell(Map<UUID, Fact> facts, Fact fact) {
    var id =
        switch (fact) {
          case Fact.Said said -> said.id();
          case Fact.FunctionChanged changed -> changed.id();
          case Fact.Asks(var command) -> DecidingFunds.idOf(command);
        };
    var known = facts.putIfAbsent(id, fact);
    assertThat(known == null ? fact : known).as("a fact that is known, otherwise").isEqualTo(fact);
  }

  private void check(String key, FundCommand command, Decision decision) {
    var state = decision.state();
    var oracle = oracles.get(key);
    boolean done = oracle.apply(command, stated(command));
    assertThat(decision.refusal() == null).as("done: %s", command).isEqualTo(done);
    assertThat(state.accounts()).as("after %s", command).isEqualTo(oracle.accounts());
    assertThat(amountsOf(state)).as("after %s", command).isEqualTo(oracle.prepayments());
    invariants(state, books);
    if (done && command instanceof ReceiveAdvance && state.fund() == Payer.POVERTY) {
      assertThat(state.accounts().get("1004")).as("imprest").isLessThanOrEqualTo(250_000_00L);
    }
    if (done && command instanceof ReceiveIncome && !state.held().isEmpty()) {
      assertThat(state.held().getFirst().amount().fen())
          .as("what is covered does not wait")
          .isGreaterThan(state.accounts().getOrDefault("1003", 0L));
    }
  }

  private static Map<String, String> amountsOf(FundState state) {
    var result = new TreeMap<String, String>();
    for (var one : state.prepayments()) {
      result.put(
          one.kind() + " " + one.region() + " " + one.year(),
          one.requested().fen() + " " + one.funded().fen());
    }
    return result;
  }

  private static LocalDate stated(FundCommand command) {
    return switch (command) {
      case PayPremium pay -> pay.knownOn();
      case BeginDay begin -> begin.date();
      case ReceiveIncome income -> dayOf(income.asked());
      case ReceiveAdvance advance -> dayOf(advance.asked());
      case FundCommand.MoveToExpenditure move -> dayOf(move.asked());
      case FundCommand.MovePrepayment move -> dayOf(move.asked());
      case FundCommand.PayHospital pay -> dayOf(pay.asked());
      case FundCommand.ReceiveRefund refund -> dayOf(refund.asked());
      case FundCommand.PayManually pay -> dayOf(pay.asked());
      case FundCommand.ReceiveReturn back -> dayOf(back.asked());
      case FundCommand.MoveOffSiteFunction move -> dayOf(move.asked());
      case FundCommand.Unrecognised _ -> throw new IllegalArgumentException("never sent");
    };
  }

  private static LocalDate dayOf(Asked asked) {
    return asked.receivedAt().atZoneSameInstant(AFund.CHINA).toLocalDate();
  }

  /** What holds of a fund after whatever was asked of it. */
  static void invariants(FundState state, BooksInMemory books) {
    assertThat(state.accounts())
        .as("the state is the sum of its entries")
        .isEqualTo(books.sums(state.city(), state.fund(), Book.CASH));
    assertThat(books.trialBalances().values()).as("trial balances").allMatch(sum -> sum == 0);
    state
        .accounts()
        .forEach(
            (account, fen) -> {
              if (account.startsWith("1")) {
                assertThat(fen).as("%s is not overdrawn", account).isPositive();
              }
            });
    assertThat(heldOf(state))
        .as("grants and top-ups less payments and refunds")
        .isEqualTo(flows(state));
  }

  /** In-city and special care: whatever flows, flows through the expenditure account. */
  private static long heldOf(FundState state) {
    return state.accounts().entrySet().stream()
        .filter(account -> account.getKey().startsWith("1004"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long flows(FundState state) {
    if (state.fund() != Payer.ASSISTANCE && state.fund() != Payer.SPECIAL_CARE) {
      return heldOf(state);
    }
    return state.flows().stream()
        .filter(
            flow ->
                flow.kind() == PrepaymentKind.IN_CITY || flow.kind() == PrepaymentKind.SPECIAL_CARE)
        .mapToLong(flow -> flow.receivedFen() - flow.spentFen())
        .sum();
  }
}
