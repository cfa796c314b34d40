package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.fund.DecidingBatches.Outcome;
import org.yizhan.ledger.fund.DecidingBatches.Received;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.Origin;

@DisplayName("A command is decided once, however its batch comes")
class DecidingBatchesTest {

  private static final Journal.Source SOURCE = new Journal.Source("fund.commands", "life-1", 0);
  private static final String KEY = "441600/ASSISTANCE";

  private final FundsInMemory funds = new FundsInMemory();
  private final List<Posted> booked = new ArrayList<>();
  private final DecidingBatches batches =
      new DecidingBatches(
          new DecidingFunds(AFund.LAW, AFund.DAYS, AFund.CHINA),
          funds,
          (key, paymentId) ->
              booked.stream().filter(one -> one.entry().cause().equals(paymentId)).toList());

  private static Asked asked(long id) {
    var at = DecidingFunds.beginningOf(LocalDate.of(2019, 3, 4)).plusHours(9);
    return new Asked(new UUID(0, id), HEYUAN, Payer.ASSISTANCE, "li", at);
  }

  private static Received record(long offset, FundCommand command) {
    return new Received(SOURCE, offset, command, command.getClass().getSimpleName(), "same");
  }

  private static Received income(long offset, long id, String amount) {
    return record(
        offset, new ReceiveIncome(asked(id), Source.BUDGET, null, Money.of(amount), "receipt"));
  }

  private static Received move(long offset, long id, String amount) {
    return record(offset, new MoveToExpenditure(asked(id), Money.of(amount), "move"));
  }

  private static Received premium(long offset) {
    var pay =
        new PayPremium(
            new UUID(15, 1),
            "P0123456789ABCDEF",
            HEYUAN,
            "441602",
            2019,
            Money.of("220.00"),
            "DIBAO",
            "CIVIL_AFFAIRS",
            LocalDate.of(2019, 3, 4),
            LocalDate.of(2019, 3, 31));
    return record(offset, pay);
  }

  private long fiscal() {
    return funds.find(KEY).orElseThrow().accounts().getOrDefault("1003", 0L);
  }

  private List<String> reasons(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(Outcome::decision)
        .map(
            one ->
                one == null
                    ? "again"
                    : one.refusal() != null
                        ? one.refusal().code()
                        : one.entries().getFirst().reason())
        .toList();
  }

  @Test
  @DisplayName("redelivered, longer or shorter: the same decisions under the same ids")
  void redelivered() {
    var batch = List.of(income(0, 1, "10.00"), move(1, 2, "4.00"), income(2, 3, "1.00"));
    var first = batches.decide(batch);
    assertThat(batches.decide(batch)).isEqualTo(first);
    assertThat(batches.decide(batch.subList(0, 2))).isEqualTo(first.subList(0, 2));
    assertThat(fiscal()).as("as far as it was read").isEqualTo(6_00);
    assertThat(batches.decide(batch.subList(2, 3))).isEqualTo(first.subList(2, 3));
    assertThat(fiscal()).isEqualTo(7_00);
    var before = batches.decide(batch.subList(0, 2));
    assertThat(reasons(before)).as("read and told long ago").containsExactly("again", "again");
    assertThat(batches.decide(batch.subList(2, 3))).isEqualTo(first.subList(2, 3));
    assertThat(fiscal()).isEqualTo(7_00);
  }

  @Test
  @DisplayName("the same command id at another offset is the same command, in one batch or another")
  void repeated() {
    var outcomes = batches.decide(List.of(income(0, 1, "10.00"), income(1, 1, "10.00")));
    assertThat(reasons(outcomes)).containsExactly("income-received", "again");
    outcomes = batches.decide(List.of(income(5, 1, "10.00"), income(6, 2, "1.00")));
    assertThat(reasons(outcomes)).containsExactly("again", "income-received");
    assertThat(outcomes.getFirst().before())
        .isNotNull()
        .extracting(Funds.Decided::offset)
        .isEqualTo(0L);
    assertThat(fiscal()).isEqualTo(11_00);
  }

  @Test
  @DisplayName("what was refused stays refused, though there is money now")
  void refusedOnce() {
    assertThat(reasons(batches.decide(List.of(move(0, 1, "4.00"))))).containsExactly("overdrawn");
    var later = batches.decide(List.of(income(1, 2, "10.00"), move(2, 1, "4.00")));
    assertThat(reasons(later)).containsExactly("income-received", "again");
    assertThat(later.getLast().before())
        .isNotNull()
        .satisfies(before -> assertThat(before.refusal()).isNotNull());
    assertThat(fiscal()).isEqualTo(10_00);
  }

  @Test
  @DisplayName("H15: a premium that was not covered is decided when it is asked for again")
  void premiumAgain() {
    assertThat(reasons(batches.decide(List.of(premium(0))))).containsExactly("overdrawn");
    var later = batches.decide(List.of(income(1, 2, "500.00"), premium(2), premium(3)));
    assertThat(reasons(later)).containsExactly("income-received", "premium-paid", "again");
    assertThat(reasons(batches.decide(List.of(premium(4))))).containsExactly("again");
    assertThat(fiscal()).isEqualTo(280_00);
  }

  private static Received pay(long offset, long id, String amount) {
    var parts = List.of(new Part("441602", Money.of(amount)));
    return record(
        offset,
        new PayHospital(
            asked(id), AFund.HOSPITAL, YearMonth.of(2019, 2), Purpose.IN_CITY, parts, "pay"));
  }

  private static Received refund(long offset, long id, long payment, String amount) {
    var parts = List.of(new Part("441602", Money.of(amount)));
    return record(offset, new ReceiveRefund(asked(id), new UUID(0, payment), parts, "back"));
  }

  private void book(List<Outcome> outcomes) {
    for (var outcome : outcomes) {
      var origin = new Origin("life-1", 0, outcome.received().offset());
      outcome.decision().entries().forEach(entry -> booked.add(new Posted(entry, origin)));
    }
  }

  @Test
  @DisplayName(
      "H21: a refund finds its payment in its own batch and in the books, never ahead of it")
  void refunds() {
    var batch =
        List.of(
            income(0, 1, "10.00"),
            move(1, 2, "10.00"),
            refund(2, 3, 4, "1.00"),
            pay(3, 4, "5.00"),
            refund(4, 5, 4, "4.00"));
    var first = batches.decide(batch);
    assertThat(reasons(first))
        .containsExactly(
            "income-received",
            "moved-to-expenditure",
            "unknown-payment",
            "hospital-paid",
            "refund-received");
    book(first);
    assertThat(batches.decide(batch)).as("the books are ahead").isEqualTo(first);
    assertThat(reasons(batches.decide(List.of(refund(5, 6, 4, "1.01")))))
        .containsExactly("above-what-was-paid");
    assertThat(reasons(batches.decide(List.of(refund(6, 7, 4, "1.00")))))
        .containsExactly("refund-received");
  }

  @Test
  @DisplayName("a recreated topic stops the consumer")
  void anotherLife() {
    batches.decide(List.of(income(0, 1, "10.00")));
    var other = new Journal.Source("fund.commands", "life-2", 0);
    var alien = new Received(other, 1, income(1, 2, "1.00").command(), "x", "same");
    assertThatThrownBy(() -> batches.decide(List.of(alien)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("life-2");
  }
}
