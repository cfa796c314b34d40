package org.yizhan.ledger.fund;

import static org.yizhan.ledger.fund.Accounts.EXPENDITURE;
import static org.yizhan.ledger.fund.Accounts.FISCAL;
import static org.yizhan.ledger.fund.Accounts.PREPAID;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.contracts.ledger.Prepayment.State;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.law.PrepaymentRule;

/**
 * A year's prepayment, the same machine for every kind (H18, H19, W5): assessed, submitted,
 * approved or returned by somebody else, funded, in use, closed with what is carried over.
 */
final class Prepaying {

  private final FundLaw law;
  private final OffSite offSite;

  Prepaying(FundLaw law, OffSite offSite) {
    this.law = law;
    this.offSite = offSite;
  }

  static List<PrepaymentKind> kindsOf(Payer fund) {
    return switch (fund) {
      case ASSISTANCE ->
          List.of(
              PrepaymentKind.IN_CITY,
              PrepaymentKind.OFF_SITE_IN_PROVINCE,
              PrepaymentKind.OFF_SITE_CROSS_PROVINCE);
      case SPECIAL_CARE -> List.of(PrepaymentKind.SPECIAL_CARE);
      case BASIC, CATASTROPHIC, SUPPLEMENTARY, POVERTY -> List.of();
    };
  }

  /** Whose prepaid money pays; empty for funds that nothing is prepaid to. */
  static Optional<PrepaymentKind> kindOf(Payer fund, Purpose purpose) {
    return kindsOf(fund).stream()
        .filter(kind -> fund == Payer.SPECIAL_CARE || Accounts.purposeOf(kind) == purpose)
        .findFirst();
  }

  /** Fen that are left of a kind, or of a district's part of it; below zero where it owes. */
  static long balance(FundAtWork work, PrepaymentKind kind, @Nullable String region) {
    return switch (kind) {
      case IN_CITY -> work.book.debitOf(PREPAID) + work.book.debitOf(EXPENDITURE);
      case OFF_SITE_IN_PROVINCE, OFF_SITE_CROSS_PROVINCE ->
          work.book.debitOf(Accounts.atTheProvince(Accounts.purposeOf(kind)));
      case SPECIAL_CARE ->
          region == null
              ? work.book.debitOf(EXPENDITURE)
              : -work.book.debitOf(Accounts.ofDistrict(region));
    };
  }

  /** Assesses what this day's month is for, once a year. */
  void assess(FundAtWork work, LocalDate day) {
    for (var kind : kindsOf(work.fund)) {
      law.prepayment(work.city, kind, day)
          .filter(rule -> day.getMonth() == rule.assessedIn() || isFirstDueIn(rule, day))
          .ifPresent(
              rule -> {
                for (var region : regionsOf(rule)) {
                  if (work.prepayment(kind, region, day.getYear()).isEmpty()) {
                    work.keep(assessed(work, rule, region, day));
                  }
                }
              });
    }
  }

  private static boolean isFirstDueIn(PrepaymentRule rule, LocalDate day) {
    var first = rule.firstDueOn();
    return first != null && first.withDayOfMonth(1).equals(day.withDayOfMonth(1));
  }

  private static List<@Nullable String> regionsOf(PrepaymentRule rule) {
    return rule.kind() == PrepaymentKind.SPECIAL_CARE
        ? new ArrayList<>(rule.regions())
        : Collections.singletonList(null);
  }

  /** H18: a share of last year's actual cost, less what is left. */
  private static Prepayment assessed(
      FundAtWork work, PrepaymentRule rule, @Nullable String region, LocalDate day) {
    long spent =
        work
            .flowsOf(
                rule.kind(),
                flow ->
                    flow.month().getYear() == day.getYear() - 1
                        && (region == null || region.equals(flow.region())))
            .stream()
            .mapToLong(Flow::spentFen)
            .sum();
    var lastYear = Money.ofFen(Math.max(0, spent));
    var carried = Money.ofFen(Math.max(0, balance(work, rule.kind(), region)));
    var whole = shareOf(lastYear, rule.share());
    return new Prepayment(
        work.city,
        work.fund,
        rule.kind(),
        region,
        day.getYear(),
        State.ASSESSED,
        lastYear,
        rule.share(),
        carried,
        rule.balanceReducesIt() ? whole.above(carried) : whole,
        Money.ZERO,
        day,
        dueOn(rule, day),
        null,
        null,
        null,
        null);
  }

  private static LocalDate dueOn(PrepaymentRule rule, LocalDate day) {
    var first = rule.firstDueOn();
    return first != null && isFirstDueIn(rule, day)
        ? first
        : YearMonth.from(day).plusMonths(rule.dueWithinMonths() - 1L).atEndOfMonth();
  }

  private static Money shareOf(Money amount, Rate share) {
    long product = Math.multiplyExact(amount.fen(), share.basisPoints());
    long half = Rate.BASIS_POINTS_PER_ONE / 2;
    return Money.ofFen(Math.addExact(product, half) / Rate.BASIS_POINTS_PER_ONE);
  }

  Optional<Problem> move(FundAtWork work, MovePrepayment command) {
    var known = work.prepayment(command.kind(), command.region(), command.year());
    if (known.isEmpty()) {
      known = assessedNow(work, command);
    }
    if (known.isEmpty()) {
      return Optional.of(Refusals.unknownPrepayment(command.kind() + " " + command.year()));
    }
    var prepayment = known.get();
    return switch (command.step()) {
      case SUBMIT -> submit(work, command, prepayment);
      case APPROVE, RETURN -> decide(work, command, prepayment);
      case FUND -> fund(work, prepayment);
    };
  }

  /** A suite that begins in mid-year asks for the rest of it, with an amount of its own. */
  private Optional<Prepayment> assessedNow(FundAtWork work, MovePrepayment command) {
    if (command.step() != PrepaymentStep.SUBMIT || command.year() != work.on.getYear()) {
      return Optional.empty();
    }
    return law.prepayment(work.city, command.kind(), work.on)
        .filter(rule -> rule.fund() == work.fund)
        .filter(rule -> regionsOf(rule).contains(command.region()))
        .map(rule -> assessed(work, rule, command.region(), work.on));
  }

  private Optional<Problem> submit(FundAtWork work, MovePrepayment command, Prepayment prepayment) {
    if (prepayment.state() != State.ASSESSED && prepayment.state() != State.RETURNED) {
      return Optional.of(
          Refusals.wrongState("step", prepayment.state(), "only what is assessed or returned"));
    }
    var amount = Objects.requireNonNullElse(command.amount(), prepayment.requested());
    if (!amount.equals(prepayment.requested()) && command.reason() == null) {
      return Optional.of(Refusals.reasonMissing(command.reason()));
    }
    work.keep(
        Steps.of(prepayment)
            .state(State.SUBMITTED)
            .requested(amount)
            .reason(command.reason())
            .maker(command.asked().by())
            .build());
    return Optional.empty();
  }

  /** H18: finance decides, and nobody decides about what he submitted. */
  private Optional<Problem> decide(FundAtWork work, MovePrepayment command, Prepayment prepayment) {
    if (prepayment.state() != State.SUBMITTED) {
      return Optional.of(Refusals.wrongState("step", prepayment.state(), "only what is submitted"));
    }
    var by = command.asked().by();
    if (by.equals(prepayment.maker())) {
      return Optional.of(Refusals.samePerson(by));
    }
    if (command.step() == PrepaymentStep.RETURN) {
      if (command.reason() == null) {
        return Optional.of(Refusals.reasonMissing(command.reason()));
      }
      work.keep(
          Steps.of(prepayment).state(State.RETURNED).checker(by).reason(command.reason()).build());
      return Optional.empty();
    }
    var approved = Steps.of(prepayment).state(State.APPROVED).checker(by).build();
    work.keep(approved);
    if (approved.open().isZero()) {
      keepFunded(work, approved, Money.ZERO);
    }
    return Optional.empty();
  }

  private Optional<Problem> fund(FundAtWork work, Prepayment prepayment) {
    if (prepayment.kind() == PrepaymentKind.SPECIAL_CARE) {
      return Optional.of(
          Refusals.wrongState("step", prepayment.state(), "is funded by its money's arrival"));
    }
    if (prepayment.state() != State.APPROVED) {
      return Optional.of(Refusals.wrongState("step", prepayment.state(), "only what is approved"));
    }
    var amount = prepayment.open();
    var held = work.book.held(FISCAL);
    if (held.compareTo(amount) < 0) {
      return Optional.of(Paying.overdrawn(work, "move-prepayment.v1", FISCAL, amount, held));
    }
    var to =
        prepayment.kind() == PrepaymentKind.IN_CITY
            ? PREPAID
            : Accounts.atTheProvince(Accounts.purposeOf(prepayment.kind()));
    work.book.move(to, FISCAL, amount);
    work.flowed(prepayment.kind(), work.city, amount.fen(), 0);
    keepFunded(work, prepayment, amount);
    return Optional.empty();
  }

  /** W5: what a district pays goes to its prepayment first. */
  void arrived(FundAtWork work, String district, Money amount) {
    work.prepayment(PrepaymentKind.SPECIAL_CARE, district, work.on.getYear())
        .filter(one -> one.state().compareTo(State.FUNDED) < 0)
        .ifPresent(
            one -> {
              if (one.state() == State.APPROVED) {
                keepFunded(work, one, amount.atMost(one.open()));
              } else {
                // Money that is early counts as soon as it is approved.
                work.keep(Steps.of(one).funded(one.funded().plus(amount)).build());
              }
            });
  }

  private void keepFunded(FundAtWork work, Prepayment prepayment, Money amount) {
    var funded = Steps.of(prepayment).funded(prepayment.funded().plus(amount)).build();
    var whole = funded.open().isZero();
    work.keep(whole ? Steps.of(funded).state(State.FUNDED).build() : funded);
    if (whole) {
      Warnings.close(work, Warnings.prepaymentId(prepayment));
      offSite.funded(work, prepayment);
    }
  }

  /** The first payment out of it. */
  void used(FundAtWork work, PrepaymentKind kind, String region) {
    var whose = kind == PrepaymentKind.SPECIAL_CARE ? region : null;
    work.prepayment(kind, whose, work.on.getYear())
        .filter(one -> one.state() == State.FUNDED)
        .ifPresent(one -> work.keep(Steps.of(one).state(State.IN_USE).build()));
  }

  /** H18: the balance stays, and reduces what is asked for next. */
  void close(FundAtWork work, int year) {
    for (var one : List.copyOf(work.prepayments)) {
      if (one.year() == year && one.state() != State.CLOSED) {
        var left = Money.ofFen(Math.max(0, balance(work, one.kind(), one.region())));
        work.keep(Steps.of(one).state(State.CLOSED).carriedOver(left).build());
        Warnings.close(work, Warnings.prepaymentId(one));
      }
    }
  }

  /** What is not funded by its day is warned of, once. */
  void watch(FundAtWork work, LocalDate day) {
    for (var one : List.copyOf(work.prepayments)) {
      var waits = one.state().compareTo(State.FUNDED) < 0 && !one.open().isZero();
      if (waits && day.isAfter(one.dueOn())) {
        var bureau = law.runway(work.city, one.kind(), day).map(rule -> rule.bureau()).orElse("");
        Warnings.overdue(work, one, bureau, day);
      }
    }
  }
}
