package org.yizhan.ledger.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.Funds.Decided;
import org.yizhan.ledger.fund.FundsInMemory;
import org.yizhan.ledger.journal.Journal.Source;

class AskingFundsTest {

  private static final UUID ID = new UUID(3, 4);

  private final Funds funds = new FundsInMemory();
  private final List<FundCommand> sent = new ArrayList<>();

  private AskingFunds asking(Consumer<FundCommand> whenSent) {
    var commands =
        new FundCommands() {
          @Override
          public void send(FundCommand command) {
            sent.add(command);
            whenSent.accept(command);
          }

          @Override
          public Described describe(FundCommand command) {
            return new Described("move-to-expenditure.v1", printOf(command));
          }
        };
    return new AskingFunds(commands, funds, new PendingCommandsInMemory());
  }

  private static String printOf(FundCommand command) {
    return ((MoveToExpenditure) command).amount().toString();
  }

  private static MoveToExpenditure transfer(String amount) {
    var at = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
    var asked = new Asked(ID, "441600", Payer.ASSISTANCE, "finance.li", at);
    return new MoveToExpenditure(asked, Money.of(amount), "b 1");
  }

  private void decide(FundCommand command) {
    funds.remember(
        List.of(
            new Decided(
                ID,
                "441600/ASSISTANCE",
                "move-to-expenditure.v1",
                printOf(command),
                new Source("fund.commands", "topic", 0),
                1,
                null)));
  }

  @Test
  @DisplayName("H17: who gives up finds his command pending, and then what became of it")
  void whoGivesUpFindsHisCommand() {
    var asking = asking(command -> {});
    assertThat(asking.find(ID)).isEmpty();
    var answer = asking.ask(transfer("1.00"), Duration.ZERO);
    assertThat(answer).isInstanceOf(Answer.Waiting.class);
    assertThat(asking.find(ID)).contains(answer);
    decide(transfer("1.00"));
    assertThat(asking.find(ID)).contains(new Answer.Done(answer.command()));
  }

  @Test
  @DisplayName("H17: who waits hears of the decision as soon as it is there, and it is asked once")
  void whoWaitsHearsOfTheDecision() {
    var asking = asking(this::decide);
    assertThat(asking.ask(transfer("1.00"), Duration.ofSeconds(5)))
        .isInstanceOf(Answer.Done.class);
    assertThat(asking.ask(transfer("1.00"), Duration.ofSeconds(5)))
        .isInstanceOf(Answer.Done.class);
    assertThat(sent).hasSize(1);
  }

  @Test
  @DisplayName("H17: another content that was decided meanwhile is a conflict, not an answer")
  void anotherContentThatWasDecidedMeanwhileIsAConflict() {
    var asking = asking(_ -> decide(transfer("2.00")));
    assertThat(asking.ask(transfer("1.00"), Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("idempotency-key-reused"));
  }
}
