package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.DistrictStatement;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.FundWarning.Cause;
import org.yizhan.contracts.ledger.FundWarning.State;
import org.yizhan.contracts.ledger.LedgerEvent.DistrictsStated;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.law.RunwayRule;

/**
 * How long prepaid money lasts (W6): the balance against the mean monthly spending of the last
 * closed months. Below the threshold one warning is raised; it is closed when the balance reaches
 * the threshold again, and only then another may follow.
 */
final class Runway {

  private final FundLaw law;

  Runway(FundLaw law) {
    this.law = law;
  }

  /**
   * Spending of so many closed months.
   *
   * @param fen may be below zero when more was refunded than paid
   */
  private record Spending(long fen, int months) {

    boolean isNothing() {
      return months == 0 || fen <= 0;
    }

    /** The spending of so many months at the mean, rounded up to the fen. */
    long of(int wanted) {
      return Math.ceilDiv(Math.multiplyExact(fen, (long) wanted), (long) months);
    }
  }

  /** The last closed months from the first in which anything was spent: fewer if fewer exist. */
  private static Spending spending(
      FundAtWork work,
      PrepaymentKind kind,
      @Nullable String region,
      RunwayRule rule,
      YearMonth lastClosed) {
    var first =
        work.flowsOf(kind, flow -> flow.spentFen() != 0).stream()
            .map(Flow::month)
            .min(Comparator.naturalOrder());
    if (first.isEmpty() || first.get().isAfter(lastClosed)) {
      return new Spending(0, 0);
    }
    var from = lastClosed.minusMonths(rule.meanOver() - 1L);
    var counted = first.get().isAfter(from) ? first.get() : from;
    int months =
        (lastClosed.getYear() - counted.getYear()) * 12
            + lastClosed.getMonthValue()
            - counted.getMonthValue()
            + 1;
    long fen =
        work
            .flowsOf(
                kind,
                flow ->
                    !flow.month().isBefore(counted)
                        && !flow.month().isAfter(lastClosed)
                        && (region == null || region.equals(flow.region())))
            .stream()
            .mapToLong(Flow::spentFen)
            .sum();
    return new Spending(fen, months);
  }

  private static YearMonth lastClosed(LocalDate day) {
    return YearMonth.from(day).minusMonths(1);
  }

  /** Raises, reminds, escalates or closes, as the balance asks. */
  void watch(FundAtWork work, LocalDate day) {
    for (var kind : Prepaying.kindsOf(work.fund)) {
      law.runway(work.city, kind, day).ifPresent(rule -> watch(work, kind, rule, day));
    }
  }

  private void watch(FundAtWork work, PrepaymentKind kind, RunwayRule rule, LocalDate day) {
    var spending = spending(work, kind, null, rule, lastClosed(day));
    long wanted = spending.isNothing() ? 0 : spending.of(rule.months());
    long balance = Prepaying.balance(work, kind, null);
    var open = openWarning(work, kind);
    if (balance >= wanted) {
      open.ifPresent(warning -> work.keep(Warnings.closed(warning, day)));
    } else if (open.isEmpty()) {
      work.keep(warning(work, kind, rule, spending, day));
    } else {
      remind(work, open.get(), rule, day);
    }
  }

  private static Optional<FundWarning> openWarning(FundAtWork work, PrepaymentKind kind) {
    return work.warnings.stream()
        .filter(one -> one.cause() == Cause.RUNWAY && one.kind() == kind)
        .filter(one -> one.state() != State.CLOSED)
        .findFirst();
  }

  private FundWarning warning(
      FundAtWork work, PrepaymentKind kind, RunwayRule rule, Spending spending, LocalDate day) {
    long balance = Prepaying.balance(work, kind, null);
    long before =
        work.warnings.stream()
            .filter(one -> one.cause() == Cause.RUNWAY && one.kind() == kind)
            .count();
    return new FundWarning(
        DerivedId.of("runway-warning", work.city, work.fund, kind, before),
        work.city,
        work.fund,
        kind,
        Cause.RUNWAY,
        State.OPEN,
        rule.bureau(),
        Warnings.moneyOf(balance),
        Money.ofFen(spending.of(rule.months()) - balance),
        Money.ofFen(spending.of(1)),
        day,
        day.plusDays(rule.topUpDays()),
        List.of(),
        kind == PrepaymentKind.SPECIAL_CARE ? parts(work, rule, day) : List.of(),
        null);
  }

  /** Each district brings what it lacks of its own two months; nobody's surplus is another's. */
  private List<FundWarning.Part> parts(FundAtWork work, RunwayRule rule, LocalDate day) {
    var parts = new ArrayList<FundWarning.Part>();
    for (var district : districts(work, day)) {
      var spending = spending(work, PrepaymentKind.SPECIAL_CARE, district, rule, lastClosed(day));
      long wanted = spending.isNothing() ? 0 : spending.of(rule.months());
      long lacking = wanted - Prepaying.balance(work, PrepaymentKind.SPECIAL_CARE, district);
      if (lacking > 0) {
        parts.add(new FundWarning.Part(district, Money.ofFen(lacking)));
      }
    }
    return parts;
  }

  private List<String> districts(FundAtWork work, LocalDate day) {
    return law.prepayment(work.city, PrepaymentKind.SPECIAL_CARE, day)
        .map(rule -> List.copyOf(rule.regions()))
        .orElse(List.of());
  }

  private static void remind(FundAtWork work, FundWarning warning, RunwayRule rule, LocalDate day) {
    var reminded = new ArrayList<>(warning.remindedOn());
    for (int after : rule.reminderDays()) {
      var due = warning.raisedOn().plusDays(after);
      if (reminded.size() <= rule.reminderDays().indexOf(after) && !day.isBefore(due)) {
        reminded.add(day);
      }
    }
    var state = day.isAfter(warning.dueOn()) ? State.ESCALATED : warning.state();
    if (state != warning.state() || reminded.size() > warning.remindedOn().size()) {
      work.keep(Warnings.with(warning, state, reminded, null));
    }
  }

  /** What a month's close tells about every prepaid balance, and about the districts (W7). */
  void stateMonth(FundAtWork work, YearMonth month) {
    for (var kind : Prepaying.kindsOf(work.fund)) {
      law.runway(work.city, kind, month.atEndOfMonth())
          .ifPresent(rule -> work.say(forecast(work, kind, rule, month)));
    }
    var districts = statedDistricts(work, month);
    if (work.fund == Payer.SPECIAL_CARE && !districts.isEmpty()) {
      work.say(
          new DistrictsStated(
              work.city,
              work.fund,
              month,
              districts.stream().map(district -> statement(work, district, month)).toList()));
    }
  }

  /** Also one that prepays nothing, once its patients were paid for: the parts add up to all. */
  private List<String> statedDistricts(FundAtWork work, YearMonth month) {
    var prepaying = districts(work, month.atEndOfMonth());
    var others =
        law.counties(work.city).stream()
            .filter(district -> !prepaying.contains(district))
            .filter(
                district -> Prepaying.balance(work, PrepaymentKind.SPECIAL_CARE, district) != 0);
    return Stream.concat(prepaying.stream(), others).toList();
  }

  private static RunwayForecast forecast(
      FundAtWork work, PrepaymentKind kind, RunwayRule rule, YearMonth month) {
    var spending = spending(work, kind, null, rule, month);
    var balance = Warnings.moneyOf(Prepaying.balance(work, kind, null));
    var monthly = spending.isNothing() ? null : Money.ofFen(spending.of(1));
    return new RunwayForecast(
        work.city,
        work.fund,
        kind,
        month,
        balance,
        monthly,
        monthly == null ? null : RunwayForecast.exhaustedOn(balance, monthly, month));
  }

  private static DistrictStatement statement(FundAtWork work, String district, YearMonth month) {
    var flows =
        work.flowsOf(
            PrepaymentKind.SPECIAL_CARE,
            flow -> flow.month().equals(month) && flow.region().equals(district));
    long balance = Prepaying.balance(work, PrepaymentKind.SPECIAL_CARE, district);
    return new DistrictStatement(
        district,
        Warnings.moneyOf(flows.stream().mapToLong(Flow::receivedFen).sum()),
        Warnings.moneyOf(flows.stream().mapToLong(Flow::spentFen).sum()),
        Warnings.moneyOf(balance),
        Warnings.moneyOf(-balance));
  }
}
