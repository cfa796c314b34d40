package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.law.FundLaw;

/** One fund that is asked one thing after the other, on the day that it is, and what it did. */
final class AFund {

  static final String HEYUAN = "441600";
  static final String WENZHOU = "330300";
  static final String HOSPITAL = "H44160200001";
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final FundLaw LAW = FundLaw.load(FundLaw.SHIPPED, Optional.empty());
  static final WorkingDays DAYS = WorkingDays.load(WorkingDays.SHIPPED, Optional.empty());

  private final DecidingFunds deciding;
  private final String city;
  private final Payer fund;
  private FundState state;
  private LocalDate day;
  private Decision last;
  private long commands;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<JournalEntry> books = new ArrayList<>();
  private UUID payment = new UUID(0, 0);
  private final List<Fact> facts = new ArrayList<>();

  private AFund(String city, Payer fund, LocalDate day, FundLaw law, WorkingDays days) {
    this.deciding = new DecidingFunds(law, days, CHINA);
    this.city = city;
    this.fund = fund;
    this.state = FundState.empty(city, fund);
    this.day = day;
  }

  /** On the morning of a day, with nothing in it. */
  static AFund of(String city, Payer fund, String day) {
    return of(city, fund, day, DAYS);
  }

  static AFund of(String city, Payer fund, String day, WorkingDays days) {
    return begun(new AFund(city, fund, LocalDate.parse(day), LAW, days));
  }

  static AFund of(String city, Payer fund, String day, FundLaw law) {
    return begun(new AFund(city, fund, LocalDate.parse(day), law, DAYS));
  }

  private static AFund begun(AFund one) {
    one.begin(one.day);
    return one;
  }

  private void begin(LocalDate date) {
    day = date;
    decide(new BeginDay(asked("calendar"), date));
  }

  /** The day begins as the calendar says it. */
  Decision begin(BeginDay command) {
    day = command.date();
    return decide(command);
  }

  /** Lets every day begin up to this one. */
  AFund until(String date) {
    while (day.isBefore(LocalDate.parse(date))) {
      begin(day.plusDays(1));
    }
    return this;
  }

  Asked asked(String by) {
    var received = DecidingFunds.beginningOf(day).plusHours(10);
    return new Asked(new UUID(fund.ordinal(), ++commands), city, fund, by, received);
  }

  Decision decide(FundCommand command) {
    last = deciding.decide(state, command, books);
    assertThat(deciding.decide(state, command, books)).as("decided again").isEqualTo(last);
    state = last.state();
    entries.addAll(last.entries());
    books.addAll(last.entries());
    if (command instanceof PayHospital pay) {
      payment = pay.asked().commandId();
    }
    facts.addAll(last.facts());
    return last;
  }

  AFund income(Source source, String amount) {
    decide(new ReceiveIncome(asked("finance"), source, null, Money.of(amount), "bank-1"));
    return this;
  }

  AFund paidUp(String county, String amount) {
    decide(new ReceiveIncome(asked("finance"), Source.COUNTY, county, Money.of(amount), "bank-2"));
    return this;
  }

  AFund advance(String district, String amount) {
    decide(new ReceiveAdvance(asked("bank"), district, Money.of(amount), "bank-3"));
    return this;
  }

  AFund transfer(String amount) {
    decide(new MoveToExpenditure(asked("agency"), Money.of(amount), "transfer-1"));
    return this;
  }

  AFund pay(Purpose purpose, String county, String amount) {
    return pay(purpose, new Part(county, Money.of(amount)));
  }

  AFund pay(Purpose purpose, Part... parts) {
    var month = YearMonth.from(day).minusMonths(1);
    decide(new PayHospital(asked("agency"), HOSPITAL, month, purpose, List.of(parts), "payment-1"));
    return this;
  }

  /** Of what was paid last. */
  AFund refund(String county, String amount) {
    return refund(payment, new Part(county, Money.of(amount)));
  }

  AFund refund(UUID paymentId, Part... parts) {
    decide(new ReceiveRefund(asked("bank"), paymentId, List.of(parts), "refund-1"));
    return this;
  }

  UUID lastPayment() {
    return payment;
  }

  AFund payManually(String amount) {
    decide(
        new PayManually(
            asked("settlement"),
            new UUID(7, commands),
            new UUID(8, commands),
            "441602",
            Money.of(amount)));
    return this;
  }

  AFund prepay(PrepaymentKind kind, String district, PrepaymentStep step, String by) {
    return prepay(kind, district, step, by, null, null);
  }

  AFund prepay(
      PrepaymentKind kind,
      String district,
      PrepaymentStep step,
      String by,
      String amount,
      String reason) {
    var money = amount == null ? null : Money.of(amount);
    decide(new MovePrepayment(asked(by), kind, district, day.getYear(), step, money, reason));
    return this;
  }

  /** Submitted with an amount of one's own, approved by somebody else. */
  AFund approved(PrepaymentKind kind, String district, String amount) {
    prepay(kind, district, PrepaymentStep.SUBMIT, "maker", amount, "first year").isDone();
    return prepay(kind, district, PrepaymentStep.APPROVE, "checker").isDone();
  }

  AFund granted(PrepaymentKind kind, String amount) {
    return approved(kind, null, amount).prepay(kind, null, PrepaymentStep.FUND, "maker").isDone();
  }

  AFund function(FunctionStep step) {
    return function(
        step, step == FunctionStep.CONFIRM_RECEIPT ? state().function().paidUp() : null);
  }

  AFund function(FunctionStep step, @Nullable Integer year) {
    decide(new MoveOffSiteFunction(asked("province"), step, year, "because"));
    return this;
  }

  AFund isDone() {
    assertThat(last.refusal()).isNull();
    return this;
  }

  /** The last thing asked was not done: nothing moved, and this is what was answered. */
  Problem refusal() {
    assertThat(last.refusal()).as("refused").isNotNull();
    assertThat(last.entries()).isEmpty();
    return last.refusal();
  }

  FundState state() {
    return state;
  }

  LocalDate day() {
    return day;
  }

  Decision last() {
    return last;
  }

  /** Postings of all entries of a book in the form {@code debit <- credit amount}. */
  List<String> postings(Book book) {
    return entries.stream()
        .filter(entry -> entry.book() == book)
        .flatMap(entry -> entry.postings().stream())
        .map(
            one ->
                "%s <- %s %s".formatted(shortOf(one.debit()), shortOf(one.credit()), one.amount()))
        .toList();
  }

  private String shortOf(Object account) {
    return account.toString().replace("city=" + city, "").replace(",]", "]").replace("[]", "");
  }

  List<JournalEntry> entries() {
    return entries;
  }

  /** Forgets what was posted and said until now. */
  AFund forget() {
    entries.clear();
    facts.clear();
    return this;
  }

  /** By account with its sub-accounts, in fen, debit positive. */
  SortedMap<String, Long> balances() {
    return new TreeMap<>(state.accounts());
  }

  long fen(String account) {
    return state.accounts().getOrDefault(account, 0L);
  }

  <E extends LedgerEvent> List<E> said(Class<E> type) {
    return facts.stream()
        .flatMap(fact -> fact instanceof Fact.Said said ? Stream.of(said.event()) : Stream.of())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<Fact> facts() {
    return facts;
  }

  Prepayment prepayment(PrepaymentKind kind, String district) {
    return state.prepayments().stream()
        .filter(one -> one.kind() == kind && one.year() == day.getYear())
        .filter(one -> Objects.equals(one.region(), district))
        .findFirst()
        .orElseThrow();
  }

  ImprestDemand demandOf(String month) {
    return state.demands().stream()
        .filter(one -> one.month().equals(YearMonth.parse(month)))
        .findFirst()
        .orElseThrow();
  }

  List<FundWarning> warnings(FundWarning.Cause cause) {
    return state.warnings().stream().filter(one -> one.cause() == cause).toList();
  }
}
