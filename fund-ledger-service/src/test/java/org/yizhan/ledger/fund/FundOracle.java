package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.Purpose;

/**
 * What a fund must hold after each command, by an arithmetic of its own: one map of account texts,
 * read off the accounting table and the clauses, with no call of what it checks.
 */
final class FundOracle {

  private static final String FISCAL = "1003";
  private static final String EXPENDITURE = "1004";
  private static final String PREPAID = "1004[purpose=prepayment]";
  private static final String INSURER = "2001[insurer=中国人寿河源分公司]";
  private static final long FULL = 250_000_00;
  private static final List<String> DISTRICTS = List.of("330302", "330303", "330304", "330371");

  private final Payer fund;
  private Map<String, Long> accounts = new TreeMap<>();
  private Map<String, OraclePrepayment> prepayments = new HashMap<>();
  private final Map<String, Long> spent = new HashMap<>();
  private final Map<UUID, PayHospital> paid = new HashMap<>();

  /** Fen by payment and county. */
  private Map<String, Long> toComeBack = new HashMap<>();

  private final Deque<PayManually> held = new ArrayDeque<>();
  private LocalDate today;

  FundOracle(Payer fund) {
    this.fund = fund;
  }

  /** Fen by account, debit positive, without those that hold nothing. */
  Map<String, Long> accounts() {
    var result = new TreeMap<>(accounts);
    result.values().removeIf(fen -> fen == 0);
    return result;
  }

  /** What is asked for and what has come, by kind, region and year. */
  Map<String, String> prepayments() {
    var result = new TreeMap<String, String>();
    prepayments.forEach((key, one) -> result.put(key, one.amounts()));
    return result;
  }

  private long of(String account) {
    return accounts.getOrDefault(account, 0L);
  }

  private void move(String debit, String credit, long fen) {
    accounts.merge(debit, fen, Long::sum);
    accounts.merge(credit, -fen, Long::sum);
  }

  /**
   * @param stated the day on which it was asked for
   * @return whether it is done
   */
  boolean apply(FundCommand command, LocalDate stated) {
    var on = today != null && stated.isBefore(today.withDayOfMonth(1)) ? today : stated;
    var oldToday = today;
    var oldAccounts = new TreeMap<>(accounts);
    var oldToComeBack = new HashMap<>(toComeBack);
    var oldPrepayments = new HashMap<String, OraclePrepayment>();
    prepayments.forEach((key, one) -> oldPrepayments.put(key, one.copy()));
    if (today != null && YearMonth.from(on).isAfter(YearMonth.from(today))) {
      begin(on.withDayOfMonth(1));
    }
    if (act(command, on)) {
      return true;
    }
    today = oldToday;
    accounts = oldAccounts;
    toComeBack = oldToComeBack;
    prepayments = oldPrepayments;
    return false;
  }

  private boolean act(FundCommand command, LocalDate on) {
    return switch (command) {
      case ReceiveIncome income -> income(income);
      case ReceiveAdvance advance -> advance(advance, on);
      case MoveToExpenditure move -> {
        boolean done = 0 < move.amount().fen() && move.amount().fen() <= of(FISCAL);
        if (done) {
          move(EXPENDITURE, FISCAL, move.amount().fen());
        }
        yield done;
      }
      case MovePrepayment move -> prepay(move, on);
      case PayHospital pay -> hospital(pay, on);
      case ReceiveRefund refund -> refund(refund, on);
      case PayManually pay -> {
        held.add(pay);
        payHeld();
        yield true;
      }
      case FundCommand.ReceiveReturn back -> {
        move(FISCAL, spending(back.county(), "purpose=manual"), back.amount().fen());
        payHeld();
        yield true;
      }
      case PayPremium pay -> {
        boolean done = pay.amount().fen() <= of(FISCAL);
        if (done) {
          move("5201[county=" + pay.county() + "]", FISCAL, pay.amount().fen());
        }
        yield done;
      }
      case BeginDay day -> begin(day.date());
      case MoveOffSiteFunction _, FundCommand.Unrecognised _ ->
          throw new IllegalArgumentException("moves no money");
    };
  }

  private boolean income(ReceiveIncome income) {
    var account =
        switch (income.source()) {
          case BUDGET -> "4101";
          case LOTTERY -> "4601";
          case DONATION -> "4602";
          case INTEREST -> "4201";
          case COUNTY -> "4302[county=" + income.county() + "]";
          case PREMIUM -> "4001[purpose=assistance]";
        };
    move(FISCAL, account, income.amount().fen());
    payHeld();
    return true;
  }

  private void payHeld() {
    while (!held.isEmpty() && held.getFirst().amount().fen() <= of(FISCAL)) {
      var pay = held.removeFirst();
      move(spending(pay.county(), "purpose=manual"), FISCAL, pay.amount().fen());
    }
  }

  private String spending(String county, String what) {
    return (fund == Payer.CATASTROPHIC ? "5101" : "5001") + "[county=" + county + "," + what + "]";
  }

  private boolean advance(ReceiveAdvance advance, LocalDate on) {
    long fen = advance.amount().fen();
    if (fund == Payer.POVERTY) {
      boolean fits = of(EXPENDITURE) + fen <= FULL;
      if (fits) {
        move(EXPENDITURE, INSURER, fen);
      }
      return fits;
    }
    move(EXPENDITURE, "2001[county=" + advance.district() + "]", fen);
    var prepayment = prepayments.get("SPECIAL_CARE " + advance.district() + " " + on.getYear());
    if (prepayment != null) {
      prepayment.arrived(fen);
    }
    return true;
  }

  private boolean hospital(PayHospital pay, LocalDate on) {
    var from = new ArrayList<String>();
    if (pay.purpose() != Purpose.IN_CITY) {
      from.addAll(List.of(atTheProvince(pay.purpose()), FISCAL));
    } else if (fund == Payer.ASSISTANCE) {
      from.addAll(List.of(PREPAID, EXPENDITURE));
    } else {
      from.add(EXPENDITURE);
    }
    long total = pay.parts().stream().mapToLong(part -> part.amount().fen()).sum();
    if (total == 0 || total > from.stream().mapToLong(this::of).sum()) {
      return false;
    }
    for (var part : pay.parts()) {
      long open = part.amount().fen();
      for (var account : from) {
        long taken = Math.min(open, of(account));
        move(charged(part, pay.hospitalCode(), pay.purpose()), account, taken);
        open -= taken;
      }
      spend(pay.purpose(), part.county(), on, part.amount().fen());
      toComeBack.merge(
          pay.asked().commandId() + " " + part.county(), part.amount().fen(), Long::sum);
    }
    paid.put(pay.asked().commandId(), pay);
    return true;
  }

  private static String atTheProvince(Purpose purpose) {
    return "1101[purpose=" + word(purpose) + "]";
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String charged(Part part, String hospital, Purpose purpose) {
    return switch (fund) {
      case POVERTY -> INSURER;
      case SPECIAL_CARE -> "2001[county=" + part.county() + "]";
      default -> spending(part.county(), "hospital=" + hospital + ",purpose=" + word(purpose));
    };
  }

  private void spend(Purpose purpose, String county, LocalDate on, long fen) {
    var kind = fund == Payer.SPECIAL_CARE ? "SPECIAL_CARE " + county : purpose + " null";
    spent.merge(kind + " " + on.getYear(), fen, Long::sum);
  }

  private boolean refund(ReceiveRefund refund, LocalDate on) {
    var pay = paid.get(refund.paymentId());
    if (pay == null) {
      return false;
    }
    var to = pay.purpose() == Purpose.IN_CITY ? EXPENDITURE : FISCAL;
    for (var part : refund.parts()) {
      var left = pay.asked().commandId() + " " + part.county();
      if (toComeBack.merge(left, -part.amount().fen(), Long::sum) < 0) {
        return false;
      }
    }
    for (var part : refund.parts()) {
      move(to, charged(part, pay.hospitalCode(), pay.purpose()), part.amount().fen());
      spend(pay.purpose(), part.county(), on, -part.amount().fen());
    }
    payHeld();
    return true;
  }

  private boolean prepay(MovePrepayment move, LocalDate on) {
    var whose = move.kind() + " " + move.region();
    var key = whose + " " + move.year();
    var known = prepayments.get(key);
    boolean unknown = known == null;
    if (unknown) {
      known = new OraclePrepayment(requestOf(whose, move.year()));
    }
    var step = move.step().name();
    if (unknown && !(step.equals("SUBMIT") && move.year() == on.getYear())) {
      return false;
    }
    if (step.equals("FUND")) {
      return fund != Payer.SPECIAL_CARE && fund(known, move);
    }
    var amount = move.amount();
    boolean done =
        known.step(
            step,
            move.asked().by(),
            move.reason(),
            amount == null ? known.requested() : amount.fen());
    if (done) {
      prepayments.put(key, known);
    }
    return done;
  }

  private boolean fund(OraclePrepayment known, MovePrepayment move) {
    long open = known.open();
    if (!known.is("APPROVED") || open > of(FISCAL)) {
      return false;
    }
    var to =
        switch (move.kind()) {
          case OFF_SITE_IN_PROVINCE -> atTheProvince(Purpose.OFF_SITE_IN_PROVINCE);
          case OFF_SITE_CROSS_PROVINCE -> atTheProvince(Purpose.OFF_SITE_CROSS_PROVINCE);
          default -> PREPAID;
        };
    move(to, FISCAL, open);
    known.arrived(open);
    return true;
  }

  /** H18, W5: a quarter of last year less what is left; of a district the whole of last year. */
  private long requestOf(String whose, int year) {
    long last = Math.max(0, spent.getOrDefault(whose + " " + (year - 1), 0L));
    if (fund == Payer.SPECIAL_CARE) {
      return last;
    }
    long left =
        whose.startsWith("IN_CITY")
            ? of(PREPAID) + of(EXPENDITURE)
            : of(atTheProvince(Purpose.valueOf(whose.substring(0, whose.indexOf(' ')))));
    return Math.max(0, (last * 25 + 50) / 100 - left);
  }

  private boolean begin(LocalDate day) {
    today = today == null ? day.minusDays(1) : today;
    while (today.isBefore(day)) {
      today = today.plusDays(1);
      if (today.getDayOfYear() == 1) {
        closeYear(today.getYear() - 1);
      }
      if (fund == Payer.ASSISTANCE && today.getMonthValue() == 1) {
        assess("IN_CITY null");
      } else if (fund == Payer.ASSISTANCE && today.getMonthValue() == 2) {
        assess("OFF_SITE_IN_PROVINCE null");
        assess("OFF_SITE_CROSS_PROVINCE null");
      } else if (fund == Payer.SPECIAL_CARE
          && (today.getMonthValue() == 1 || YearMonth.from(today).equals(YearMonth.of(2019, 10)))) {
        DISTRICTS.forEach(district -> assess("SPECIAL_CARE " + district));
      }
    }
    return true;
  }

  private void assess(String whose) {
    prepayments.computeIfAbsent(
        whose + " " + today.getYear(),
        key -> new OraclePrepayment(requestOf(whose, today.getYear())));
  }

  private void closeYear(int year) {
    for (var account : List.copyOf(accounts.keySet())) {
      if (account.startsWith("4") || account.startsWith("5")) {
        move("3001", account, of(account));
      }
    }
    prepayments.forEach(
        (key, one) -> {
          if (key.endsWith(" " + year)) {
            one.close();
          }
        });
  }
}
