package org.yizhan.ledger.fund;

import static org.yizhan.ledger.fund.Accounts.EXPENDITURE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.ImprestDemand.State;
import org.yizhan.ledger.calendar.Deadline;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.law.ImprestRule;

/**
 * The insurer's imprest (H20), and its monthly payment (H22): one flow. After each close the
 * insurer is asked for what the account lacks of its full amount, also for what hospitals are paid
 * until it comes.
 */
final class Refilling {

  private final FundLaw law;
  private final WorkingDays days;

  Refilling(FundLaw law, WorkingDays days) {
    this.law = law;
    this.days = days;
  }

  /** Never above the full amount. */
  Optional<Problem> receive(FundAtWork work, Money amount) {
    var rule = law.imprest(work.city, work.on);
    if (rule.isEmpty()) {
      return Optional.of(Refusals.noImprest(work.city, amount));
    }
    var lacking = rule.get().full().above(work.book.held(EXPENDITURE));
    if (amount.compareTo(lacking) > 0) {
      return Optional.of(Refusals.aboveFullAmount(amount, lacking));
    }
    work.book.move(EXPENDITURE, Accounts.ofInsurer(rule.get().insurer()), amount);
    if (amount.equals(lacking)) {
      waiting(work).forEach(demand -> meet(work, demand));
    }
    return Optional.empty();
  }

  private static void meet(FundAtWork work, ImprestDemand demand) {
    work.keep(changed(work, demand, State.MET, demand.dueOn(), demand.missingYear(), work.on));
    Warnings.close(work, Warnings.demandId(demand));
  }

  /** A month closed: the insurer is asked. */
  void demand(FundAtWork work, YearMonth month, LocalDate day) {
    if (work.fund != Payer.POVERTY) {
      return;
    }
    law.imprest(work.city, month.atEndOfMonth())
        .ifPresent(
            rule -> {
              var due = due(rule, month, day);
              work.keep(
                  new ImprestDemand(
                      work.city,
                      work.fund,
                      rule.insurer(),
                      month,
                      State.OPEN,
                      rule.full(),
                      work.book.held(EXPENDITURE),
                      day,
                      due instanceof Deadline.On(var on) ? on : null,
                      due instanceof Deadline.Undetermined(var year) ? year : null,
                      null));
            });
  }

  private Deadline due(ImprestRule rule, YearMonth month, LocalDate knownOn) {
    return days.after(month.atEndOfMonth(), rule.refillWorkingDays(), knownOn);
  }

  /** Asks again by the day of the month, counts working days, and escalates what is late. */
  void watch(FundAtWork work, LocalDate day) {
    for (var demand : waiting(work)) {
      law.imprest(work.city, demand.month().atEndOfMonth())
          .ifPresent(rule -> watch(work, demand, rule, day));
    }
  }

  private void watch(FundAtWork work, ImprestDemand demand, ImprestRule rule, LocalDate day) {
    // Computed again each day: a holiday may have been moved meanwhile.
    var due = due(rule, demand.month(), day);
    var dueOn = due instanceof Deadline.On(var on) ? on : null;
    var missing = due instanceof Deadline.Undetermined(var year) ? year : null;
    if (dueOn != null && day.isAfter(dueOn)) {
      late(work, demand, dueOn, day);
    } else if (asksAgain(demand, rule, day, work.book.held(EXPENDITURE))
        || !Objects.equals(dueOn, demand.dueOn())) {
      work.keep(changed(work, demand, demand.state(), dueOn, missing, null));
    }
  }

  private static void late(FundAtWork work, ImprestDemand demand, LocalDate dueOn, LocalDate day) {
    if (work.book.held(EXPENDITURE).compareTo(demand.full()) >= 0) {
      meet(work, demand);
    } else if (demand.state() == State.OPEN) {
      var overdue = changed(work, demand, State.OVERDUE, dueOn, null, null);
      work.keep(overdue);
      Warnings.overdue(work, overdue, dueOn, day);
    }
  }

  /** H22: by the tenth, with what hospitals were paid since the close. */
  private static boolean asksAgain(
      ImprestDemand demand, ImprestRule rule, LocalDate day, Money held) {
    return demand.state() == State.OPEN
        && day.equals(demand.month().plusMonths(1).atDay(rule.askedByDayOfMonth()))
        && !held.equals(demand.balance());
  }

  private static List<ImprestDemand> waiting(FundAtWork work) {
    return work.demands.stream().filter(demand -> demand.state() != State.MET).toList();
  }

  private static ImprestDemand changed(
      FundAtWork work,
      ImprestDemand demand,
      State state,
      @Nullable LocalDate dueOn,
      @Nullable Integer missingYear,
      @Nullable LocalDate metOn) {
    return new ImprestDemand(
        demand.city(),
        demand.fund(),
        demand.insurer(),
        demand.month(),
        state,
        demand.full(),
        work.book.held(EXPENDITURE),
        demand.askedOn(),
        dueOn,
        missingYear,
        metOn);
  }
}
