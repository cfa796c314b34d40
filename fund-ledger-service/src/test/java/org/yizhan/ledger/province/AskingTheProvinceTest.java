package org.yizhan.ledger.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.fund.Fact;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.OffSiteFunction.State;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.province.Province.PaidUp;
import org.yizhan.ledger.province.Province.ProvinceFailure;
import org.yizhan.ledger.province.Province.Receipt;
import org.yizhan.ledger.province.Province.Reply;

/** The province's answers through the deciding of a fund. */
class AskingTheProvinceTest {

  private static final String HEYUAN = "441600";
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-02-10T09:00:00+08:00");
  private static final PaidUp PAID_UP =
      new PaidUp(
          HEYUAN,
          2020,
          new TreeMap<>(
              Map.of(
                  PrepaymentKind.OFF_SITE_IN_PROVINCE, Money.of("100.00"),
                  PrepaymentKind.OFF_SITE_CROSS_PROVINCE, Money.of("100.00"))));

  private final ProvinceInMemory province = new ProvinceInMemory();
  private final DecidingFunds deciding =
      new DecidingFunds(
          FundLaw.load(FundLaw.SHIPPED, Optional.empty()),
          WorkingDays.load(WorkingDays.SHIPPED, Optional.empty()),
          ZoneId.of("Asia/Shanghai"));
  private final List<Fact.FunctionChanged> told = new ArrayList<>();
  private final AskingTheProvince asking =
      new AskingTheProvince(province, new OneFund(), List.of(HEYUAN));
  private FundState fund = FundState.empty(HEYUAN, Payer.ASSISTANCE);
  private int commands;

  /** All that the desk needs of the funds. */
  private final class OneFund implements Funds {
    @Override
    public Map<String, Kept> find(Collection<String> keys) {
      assertThat(keys).containsExactly("441600/ASSISTANCE");
      var source = new Journal.Source("fund.commands", "t", 0);
      return Map.of(
          Funds.keyOf(fund), new Kept(source, new Moment(fund, 1), new Moment(fund, 1), 1));
    }

    @Override
    public void keep(List<Kept> changed) {
      throw new UnsupportedOperationException("the desk only reads");
    }

    @Override
    public Map<UUID, Decided> decided(Collection<UUID> commandIds) {
      throw new UnsupportedOperationException("the desk only reads");
    }

    @Override
    public void remember(List<Decided> decisions) {
      throw new UnsupportedOperationException("the desk only reads");
    }
  }

  private Asked by(String who) {
    return new Asked(new UUID(19, ++commands), HEYUAN, Payer.ASSISTANCE, who, NOW);
  }

  private void decide(FundCommand command) {
    var decision = deciding.decide(fund, command, List.of());
    assertThat(decision.refusal()).isNull();
    fund = decision.state();
    decision.facts().stream()
        .filter(Fact.FunctionChanged.class::isInstance)
        .map(Fact.FunctionChanged.class::cast)
        .forEach(told::add);
  }

  private void payUp() {
    decide(new ReceiveIncome(by("finance"), Source.BUDGET, null, Money.of("1000.00"), "order-1"));
    for (var kind : PAID_UP.parts().keySet()) {
      decide(prepay(kind, PrepaymentStep.SUBMIT, "agency", PAID_UP.parts().get(kind)));
      decide(prepay(kind, PrepaymentStep.APPROVE, "finance", null));
      decide(prepay(kind, PrepaymentStep.FUND, "finance", null));
    }
  }

  private MovePrepayment prepay(
      PrepaymentKind kind, PrepaymentStep step, String who, Money amount) {
    return new MovePrepayment(
        by(who), kind, null, 2020, step, amount, amount == null ? null : "the first year");
  }

  private void apply() {
    decide(new MoveOffSiteFunction(by("agency"), FunctionStep.APPLY, "application"));
  }

  private UUID application() {
    return Objects.requireNonNull(fund.function().application());
  }

  private AskingTheProvince.Answers ask() {
    assertThat(asking.funds()).containsExactly(fund);
    return asking.about(fund, NOW);
  }

  private MoveOffSiteFunction hear() {
    var answers = ask();
    assertThat(answers.open()).isZero();
    assertThat(answers.commands()).hasSize(1);
    assertThat(ask().commands())
        .as("the same answer has the same id")
        .isEqualTo(answers.commands());
    decide(answers.commands().getFirst());
    return answers.commands().getFirst();
  }

  private void confirm() {
    province.has(PAID_UP, new Receipt.Confirmed("GD-2020-17"));
    assertThat(hear().step()).isEqualTo(FunctionStep.CONFIRM_RECEIPT);
  }

  @Test
  @DisplayName(
      "H19: nothing is asked before both parts are paid up, nor of a city without province")
  void asksNothingTooEarly() {
    province.answers(false); // a question would fail
    assertThat(ask().commands()).isEmpty();
    decide(new ReceiveIncome(by("finance"), Source.BUDGET, null, Money.of("1000.00"), "order-1"));
    var kind = PrepaymentKind.OFF_SITE_IN_PROVINCE;
    decide(prepay(kind, PrepaymentStep.SUBMIT, "agency", Money.of("100.00")));
    decide(prepay(kind, PrepaymentStep.APPROVE, "finance", null));
    decide(prepay(kind, PrepaymentStep.FUND, "finance", null));
    assertThat(ask().open()).isZero();
    var alone = new AskingTheProvince(province, new OneFund(), List.of());
    assertThat(alone.hasAProvince()).isFalse();
    assertThat(asking.hasAProvince()).isTrue();
  }

  @Test
  @DisplayName("H19: paid up, confirmed, applied for, granted: only then the function is open")
  void opensOnTheProvincesWord() {
    payUp();
    assertThat(fund.function().state()).isEqualTo(State.PAID_UP);
    assertThat(ask()).isEqualTo(new AskingTheProvince.Answers(1, List.of()));
    province.has(PAID_UP, new Receipt.Pending());
    assertThat(ask().open()).isEqualTo(1);
    confirm();
    assertThat(fund.function().confirmed()).isEqualTo(2020);
    assertThat(ask()).as("nobody applied").isEqualTo(new AskingTheProvince.Answers(0, List.of()));
    apply();
    assertThat(ask().open()).isEqualTo(1);
    assertThat(province.taken.get(application()).year()).isEqualTo(2020);
    assertThat(told).isEmpty();
    province.decides(application(), new Reply.Granted("GD-G-1"));
    assertThat(hear().reason()).isEqualTo("GD-G-1");
    assertThat(fund.function().state()).isEqualTo(State.OPEN);
    assertThat(told).extracting(one -> one.event().state()).containsExactly("OPEN");
    assertThat(ask()).isEqualTo(new AskingTheProvince.Answers(0, List.of()));
  }

  @Test
  @DisplayName("H19: what the province refuses may be applied for again, as another application")
  void appliesAgain() {
    payUp();
    confirm();
    apply();
    var first = application();
    province.decides(first, new Reply.Refused("the account is not registered"));
    var refusal = hear();
    assertThat(refusal.step()).isEqualTo(FunctionStep.REFUSE);
    assertThat(fund.function().state()).isEqualTo(State.RECEIPT_CONFIRMED);
    assertThat(fund.function().reason()).isEqualTo("the account is not registered");
    assertThat(deciding.decide(fund, refusal, List.of()).refusal()).as("only once").isNotNull();
    assertThat(told).isEmpty();
    apply();
    assertThat(application()).isNotEqualTo(first);
    province.decides(application(), new Reply.Granted("GD-G-2"));
    hear();
    assertThat(fund.function().state()).isEqualTo(State.OPEN);
    assertThat(province.taken).hasSize(2);
  }

  @Test
  @DisplayName("H19: a lost answer is asked for, a silent province is no answer")
  void survivesALostAnswer() {
    payUp();
    confirm();
    apply();
    province.losesTheNextAnswer();
    assertThatThrownBy(this::ask).isInstanceOf(ProvinceFailure.class);
    province.decides(application(), new Reply.Granted("GD-G-1"));
    hear();
    assertThat(province.taken).hasSize(1);
    assertThat(fund.function().state()).isEqualTo(State.OPEN);
  }
}
