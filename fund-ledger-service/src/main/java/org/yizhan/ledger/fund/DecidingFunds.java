package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.law.FundLaw;

/**
 * Decides what a fund is asked: a pure function of its state, the command and the law. The same
 * state and command lead to the same entries and facts, byte for byte.
 */
public final class DecidingFunds {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final ZoneId zone;
  private final Receiving receiving;
  private final Paying paying;
  private final Prepaying prepaying;
  private final Refilling refilling;
  private final OffSite offSite = new OffSite();
  private final Runway runway;

  /**
   * @param zone in which the time of receipt becomes the booking date
   */
  public DecidingFunds(FundLaw law, WorkingDays days, ZoneId zone) {
    this.zone = zone;
    this.prepaying = new Prepaying(law, offSite);
    this.paying = new Paying(law, prepaying);
    this.refilling = new Refilling(law, days);
    this.receiving = new Receiving(law, paying, prepaying, refilling);
    this.runway = new Runway(law);
  }

  /** Midnight in China, the time of what has a day only. */
  public static OffsetDateTime beginningOf(LocalDate day) {
    return day.atStartOfDay().atOffset(CHINA);
  }

  /** The command's id; a premium is asked for under the id of its obligation. */
  public static UUID idOf(FundCommand command) {
    return command instanceof PayPremium pay ? pay.obligationId() : asked(command).commandId();
  }

  /** City and fund that a command is for, as in its record key. */
  public static String keyOf(FundCommand command) {
    return command instanceof PayPremium pay
        ? FundCommand.keyOf(pay.city(), Payer.ASSISTANCE)
        : FundCommand.keyOf(asked(command).city(), asked(command).fund());
  }

  /** On which the entries of a command stand together, wherever they are booked. */
  public static UUID voucherOf(FundCommand command) {
    return voucherOf(keyOf(command), idOf(command));
  }

  /**
   * @param key city and fund
   */
  public static UUID voucherOf(String key, UUID commandId) {
    return DerivedId.of("fund-voucher", key, commandId);
  }

  private static Asked asked(FundCommand command) {
    return switch (command) {
      case ReceiveIncome one -> one.asked();
      case ReceiveAdvance one -> one.asked();
      case MoveToExpenditure one -> one.asked();
      case MovePrepayment one -> one.asked();
      case PayHospital one -> one.asked();
      case ReceiveRefund one -> one.asked();
      case PayManually one -> one.asked();
      case ReceiveReturn one -> one.asked();
      case MoveOffSiteFunction one -> one.asked();
      case BeginDay one -> one.asked();
      case PayPremium _, FundCommand.Unrecognised _ ->
          throw new IllegalArgumentException("says not who asks: " + command);
    };
  }

  /** What is said of a premium that is paid, each time the same. */
  public static PremiumPaid paid(PayPremium command) {
    return Paying.paid(command);
  }

  /**
   * @param ofPayment the entries of the payment that a refund names, and those that correct them,
   *     as the log before the command has them; not looked at for any other command
   */
  public Decision decide(FundState before, FundCommand command, List<JournalEntry> ofPayment) {
    var work = new FundAtWork(before, idOf(command), bookedOn(before, command));
    closeMonthsBefore(work);
    var refusal = act(work, command, ofPayment);
    if (refusal.isPresent()) {
      // What was said of the refusal stands, nothing else.
      var said = work.facts().stream().filter(DecidingFunds::isOfRefusal).toList();
      return new Decision(before, List.of(), said, refusal.get());
    }
    if (!(command instanceof BeginDay)) {
      work.post(reasonOf(command));
      runway.watch(work, work.on);
    }
    return new Decision(work.state(), work.entries(), work.facts(), null);
  }

  private static boolean isOfRefusal(Fact fact) {
    return fact instanceof Fact.Said said && said.event() instanceof PaymentRefused;
  }

  /** What arrives after a month's close enters the month that is open. */
  private LocalDate bookedOn(FundState before, FundCommand command) {
    var stated =
        switch (command) {
          case PayPremium pay -> pay.knownOn();
          case BeginDay day -> day.date();
          default -> asked(command).receivedAt().atZoneSameInstant(zone).toLocalDate();
        };
    var today = before.today();
    return today != null && stated.isBefore(today.withDayOfMonth(1)) ? today : stated;
  }

  private static String reasonOf(FundCommand command) {
    return switch (command) {
      case ReceiveIncome _ -> "income-received";
      case ReceiveAdvance _ -> "advance-received";
      case MoveToExpenditure _ -> "moved-to-expenditure";
      case MovePrepayment _ -> "prepayment-funded";
      case PayHospital _ -> Payment.REASON;
      case ReceiveRefund _ -> Payment.REFUND;
      case PayManually _ -> "manual-reimbursement";
      case ReceiveReturn _ -> "recovery-returned";
      case PayPremium _ -> "premium-paid";
      case MoveOffSiteFunction _ -> "off-site-function";
      case BeginDay _ -> "year-closed";
      case FundCommand.Unrecognised _ -> throw new IllegalArgumentException("is not decided");
    };
  }

  private Optional<Problem> act(
      FundAtWork work, FundCommand command, List<JournalEntry> ofPayment) {
    return switch (command) {
      case ReceiveIncome income -> receiving.income(work, income);
      case ReceiveAdvance advance -> receiving.advance(work, advance);
      case MoveToExpenditure move -> receiving.toExpenditure(work, move);
      case MovePrepayment move -> prepaying.move(work, move);
      case PayHospital pay -> paying.hospital(work, pay);
      case ReceiveRefund refund -> paying.refund(work, refund, ofPayment);
      case PayManually pay -> paying.manually(work, pay);
      case ReceiveReturn back -> receiving.returned(work, back);
      case PayPremium pay -> paying.premium(work, pay);
      case MoveOffSiteFunction move -> offSite.move(work, move);
      case BeginDay day -> begin(work, day.date());
      case FundCommand.Unrecognised _ -> throw new IllegalArgumentException("is not decided");
    };
  }

  /** What is dated after the close of a month must not be closed with it (row 18, W7). */
  private void closeMonthsBefore(FundAtWork work) {
    if (work.today != null && YearMonth.from(work.on).isAfter(YearMonth.from(work.today))) {
      begin(work, work.on.withDayOfMonth(1));
    }
  }

  /** A day that has begun before changes nothing; one that was not told begins all the same. */
  private Optional<Problem> begin(FundAtWork work, LocalDate day) {
    var next = work.today == null ? day : work.today.plusDays(1);
    for (; !next.isAfter(day); next = next.plusDays(1)) {
      beginNext(work, next);
    }
    return Optional.empty();
  }

  private void beginNext(FundAtWork work, LocalDate day) {
    if (day.getDayOfMonth() == 1) {
      close(work, YearMonth.from(day).minusMonths(1), day);
    }
    work.today = day;
    prepaying.assess(work, day);
    prepaying.watch(work, day);
    refilling.watch(work, day);
    runway.watch(work, day);
  }

  private void close(FundAtWork work, YearMonth month, LocalDate day) {
    if (month.getMonthValue() == 12) {
      // Booked on the last day of the year that ends.
      work.book.close(Accounts::isOfTheYear, Accounts.FUND_BALANCE);
      work.postOn(month.atEndOfMonth(), "year-closed");
      prepaying.close(work, month.getYear());
    }
    runway.stateMonth(work, month);
    refilling.demand(work, month, day);
  }
}
