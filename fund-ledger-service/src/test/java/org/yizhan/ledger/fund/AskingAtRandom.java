package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.ReceiveReturn;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.Prepayment.State;

/** What people ask of a fund, in any order: much of it cannot be done. */
final class AskingAtRandom {

  private static final List<String> DISTRICTS =
      List.of("330302", "330303", "330304", "330371", "330305");
  private static final List<String> COUNTIES = List.of("441602", "441621", "441671");

  private final long seed;
  private final RandomGenerator random;
  private final String city;
  private final Payer fund;
  private final List<PayPremium> premiums = new ArrayList<>();
  private final List<PayHospital> payments = new ArrayList<>();
  private long commands;
  private LocalDate day = LocalDate.MIN;

  AskingAtRandom(long seed, RandomGenerator random, String city, Payer fund) {
    this.seed = seed;
    this.random = random;
    this.city = city;
    this.fund = fund;
  }

  FundCommand on(LocalDate today, FundState state) {
    day = today;
    return switch (fund) {
      case ASSISTANCE -> assistance(state);
      case POVERTY -> poverty(state);
      case SPECIAL_CARE -> specialCare(state);
      case BASIC, CATASTROPHIC, SUPPLEMENTARY ->
          switch (random.nextInt(4)) {
            case 0 -> income(Source.BUDGET);
            case 1 -> new MoveToExpenditure(asked("agency"), amount(), "move");
            case 2 -> pay(state, Purpose.IN_CITY, COUNTIES);
            default -> refund(state, COUNTIES);
          };
    };
  }

  private FundCommand assistance(FundState state) {
    return switch (random.nextInt(13)) {
      case 0 -> income(Source.BUDGET);
      case 1 -> income(Source.LOTTERY);
      case 2 -> income(Source.COUNTY);
      case 3 -> new MoveToExpenditure(asked("agency"), amount(), "move");
      case 4, 5, 6 -> step(state, kindOfAssistance(), null);
      case 7 -> pay(state, purpose(), COUNTIES);
      case 8 -> refund(state, COUNTIES);
      case 9 -> new PayManually(asked("settlement"), uuid(3), uuid(4), pick(COUNTIES), amount());
      case 10 -> premium();
      case 11 -> new ReceiveReturn(asked("settlement"), uuid(3), uuid(4), pick(COUNTIES), amount());
      default ->
          random.nextBoolean()
              ? step(state, PrepaymentKind.IN_CITY, null)
              : pay(state, Purpose.IN_CITY, COUNTIES);
    };
  }

  private FundCommand poverty(FundState state) {
    long held = state.accounts().getOrDefault("1004", 0L);
    return switch (random.nextInt(4)) {
      case 0 -> pay(state, Purpose.IN_CITY, COUNTIES);
      case 1 -> refund(state, COUNTIES);
      case 2 -> advance(null, Money.ofFen(Math.max(1, 250_000_00 - held + random.nextInt(3) - 1)));
      default -> advance(null, amount());
    };
  }

  private FundCommand specialCare(FundState state) {
    return switch (random.nextInt(4)) {
      case 0 -> step(state, PrepaymentKind.SPECIAL_CARE, pick(DISTRICTS.subList(0, 4)));
      case 1 -> advance(pick(DISTRICTS), amount());
      case 2 -> pay(state, Purpose.IN_CITY, DISTRICTS);
      default -> refund(state, DISTRICTS);
    };
  }

  private FundCommand income(Source source) {
    var county = source == Source.COUNTY ? pick(COUNTIES) : null;
    return new ReceiveIncome(asked("finance"), source, county, amount(), "income");
  }

  private FundCommand advance(@Nullable String district, Money amount) {
    return new ReceiveAdvance(asked("bank"), district, amount, "advance");
  }

  private FundCommand step(FundState state, PrepaymentKind kind, @Nullable String region) {
    var steps = PrepaymentStep.values();
    var step =
        random.nextInt(4) == 0
            ? steps[random.nextInt(steps.length)]
            : state.prepayments().stream()
                .filter(one -> one.kind() == kind && one.year() == day.getYear())
                .filter(one -> Objects.equals(one.region(), region))
                .findFirst()
                .map(one -> next(one.state()))
                .orElse(PrepaymentStep.SUBMIT);
    // nothing was spent in the year before: an amount of one's own
    var own = day.getYear() == 2019 || random.nextInt(4) == 0 ? amount() : null;
    var reason = random.nextInt(6) == 0 ? null : "because";
    var asked = asked(random.nextBoolean() ? "li" : "wang");
    return new MovePrepayment(asked, kind, region, day.getYear(), step, own, reason);
  }

  private static PrepaymentStep next(State state) {
    return switch (state) {
      case ASSESSED, RETURNED -> PrepaymentStep.SUBMIT;
      case SUBMITTED -> PrepaymentStep.APPROVE;
      case APPROVED, FUNDED, IN_USE, CLOSED -> PrepaymentStep.FUND;
    };
  }

  private FundCommand pay(FundState state, Purpose purpose, List<String> counties) {
    var month = YearMonth.from(day).minusMonths(1);
    var pay =
        new PayHospital(
            asked("agency"), AFund.HOSPITAL, month, purpose, parts(state, counties), "payment");
    payments.add(pay);
    return pay;
  }

  /**
   * Of one of the last payments, which may have been refused; now and then all of it, or just what
   * a manual payment waits for.
   */
  private FundCommand refund(FundState state, List<String> counties) {
    if (payments.isEmpty()) {
      return new ReceiveRefund(
          asked("bank"), uuid(2), List.of(new Part(pick(counties), amount())), "refund");
    }
    var payment = payments.get(payments.size() - 1 - random.nextInt(Math.min(4, payments.size())));
    var paymentId = payment.asked().commandId();
    if (random.nextInt(3) == 0) {
      return new ReceiveRefund(asked("bank"), paymentId, payment.parts(), "refund");
    }
    long fen = 1 + random.nextInt(5_000);
    if (!state.held().isEmpty() && random.nextBoolean()) {
      long wanted = state.held().getFirst().amount().fen();
      fen = Math.max(1, wanted - state.accounts().getOrDefault("1003", 0L));
    }
    var parts = List.of(new Part(pick(counties), Money.ofFen(fen)));
    return new ReceiveRefund(asked("bank"), paymentId, parts, "refund");
  }

  /** Now and then one that was asked for before: it may not have been covered. */
  private FundCommand premium() {
    if (!premiums.isEmpty() && random.nextBoolean()) {
      return premiums.get(random.nextInt(premiums.size()));
    }
    var pay =
        new PayPremium(
            uuid(5),
            "P0123456789ABCDEF",
            city,
            pick(COUNTIES),
            day.getYear(),
            Money.of("220.00"),
            "DIBAO",
            "CIVIL_AFFAIRS",
            day,
            day.withDayOfMonth(day.lengthOfMonth()));
    premiums.add(pay);
    return pay;
  }

  /** Now and then all that is there, or one fen more. */
  private List<Part> parts(FundState state, List<String> counties) {
    long held =
        state.accounts().entrySet().stream()
            .filter(account -> account.getKey().startsWith("1004"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (held > 0 && random.nextInt(5) == 0) {
      return List.of(new Part(pick(counties), Money.ofFen(held + random.nextInt(2))));
    }
    return counties.stream()
        .filter(county -> random.nextBoolean())
        .map(county -> new Part(county, amount()))
        .toList();
  }

  private Purpose purpose() {
    return Purpose.values()[random.nextInt(3)];
  }

  private PrepaymentKind kindOfAssistance() {
    return PrepaymentKind.values()[random.nextInt(3)];
  }

  private String pick(List<String> regions) {
    return regions.get(random.nextInt(regions.size()));
  }

  private Money amount() {
    return Money.ofFen(1 + random.nextInt(random.nextInt(5) == 0 ? 10_000_000 : 60_000));
  }

  private UUID uuid(int kind) {
    return new UUID(seed, ((long) fund.ordinal() << 48) + ((long) kind << 40) + ++commands);
  }

  /** Mostly of the day; some come after midnight, some before the day's own command. */
  private Asked asked(String by) {
    int hours = random.nextInt(20) == 0 ? -1 : random.nextInt(20) == 0 ? 24 : 10;
    var at = DecidingFunds.beginningOf(day).plusHours(hours);
    return new Asked(uuid(1), city, fund, by, at);
  }
}
