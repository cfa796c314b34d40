package org.yizhan.settlement.readjudication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.NoAnswer;
import org.yizhan.settlement.simulation.Order;
import org.yizhan.settlement.simulation.Order.Approval;
import org.yizhan.settlement.simulation.Question;
import org.yizhan.settlement.simulation.Slice;
import org.yizhan.settlement.simulation.SliceWork;
import org.yizhan.settlement.simulation.StoredYears;
import org.yizhan.settlement.simulation.Tally;

/**
 * Has every affected year adopt the law: one command per year, a few of each slice at a time so
 * that discharges need not wait long behind them, and what was really decided is added up. The
 * years are folded as they stand now; those that have adopted the law are not affected any longer,
 * so a slice that is done again asks only what is missing, under the same ids.
 */
final class Adopting implements SliceWork {

  /** Of one slice; as many slices are at work as there are cores. */
  private static final int YEARS_AT_ONCE = 200;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** Five minutes: a log that stands still is a reason to try the slice again. */
  private static final int LOOKS_MAX = 3000;

  private final Question question;
  private final Order order;
  private final Approval approval;
  private final NewLaw inForce;
  private final Tools tools;

  /** What it works with. */
  record Tools(StoredYears years, Readjudications decided, AdoptionCommands commands) {}

  Adopting(Question question, Order order, Approval approval, NewLaw inForce, Tools tools) {
    this.question = question;
    this.order = order;
    this.approval = approval;
    this.inForce = inForce;
    this.tools = tools;
  }

  @Override
  public Findings work(Slice slice, BooleanSupplier goOn) {
    if (!inForce.is(question.hashInForce())) {
      throw lawHasChanged();
    }
    var pending = new ArrayList<AdoptLaw>(YEARS_AT_ONCE);
    question
        .period()
        .years()
        .forEach(
            year ->
                tools
                    .years()
                    .read(question.city(), year, slice, each -> take(each, pending, goOn)));
    decide(pending, goOn);
    return decidedIn(slice);
  }

  private boolean take(BenefitYear year, List<AdoptLaw> pending, BooleanSupplier goOn) {
    // What has no number stays as it is; the preview has named it.
    if (!inForce.fold(year, question.period(), missing -> {}).changed().isEmpty()) {
      pending.add(commandFor(year.key()));
    }
    if (pending.size() == YEARS_AT_ONCE) {
      decide(pending, goOn);
      pending.clear();
    }
    return goOn.getAsBoolean();
  }

  private AdoptLaw commandFor(BenefitYear.Key year) {
    return new AdoptLaw(
        DerivedId.of("adopt-law", order.jobId(), year.personNumber(), year.city(), year.year()),
        order.jobId(),
        year.personNumber(),
        year.city(),
        year.year(),
        question.hashInForce(),
        question.period().from(),
        question.period().to(),
        order.maker(),
        approval.checker(),
        order.reason(),
        approval.receivedAt());
  }

  private void decide(List<AdoptLaw> commands, BooleanSupplier goOn) {
    if (commands.isEmpty() || !goOn.getAsBoolean()) {
      return;
    }
    tools.commands().send(commands);
    var ids = commands.stream().map(AdoptLaw::commandId).toList();
    int looks = 0;
    while (goOn.getAsBoolean() && tools.decided().decided(ids) < ids.size()) {
      if (++looks > LOOKS_MAX) {
        throw new IllegalStateException("commands to adopt a law are not decided in time");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private Findings decidedIn(Slice slice) {
    var tally = new Tally();
    tools
        .decided()
        .read(
            order.jobId(),
            slice,
            adoption -> {
              if (adoption.lawHasChanged()) {
                throw lawHasChanged();
              }
              adoption.settlements().forEach(tally::add);
              if (!adoption.settlements().isEmpty()) {
                tally.addPerson(Set.of(), Set.of());
              }
            });
    return tally.findings();
  }

  private static NoAnswer lawHasChanged() {
    return new NoAnswer(
        "The law in force has changed. Years that have adopted the earlier one keep it; ask for a"
            + " re-adjudication again.");
  }
}
