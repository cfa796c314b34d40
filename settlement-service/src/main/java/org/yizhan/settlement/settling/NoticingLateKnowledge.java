package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.LateFindings.LateFinding;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears.Read;
import org.yizhan.settlement.settling.BenefitYears.Read.Broken;
import org.yizhan.settlement.settling.BenefitYears.Read.Whole;

/**
 * Looks, whenever a coverage changes, whether the person has years that would have come out
 * otherwise (H10), so that somebody can propose their reimbursement. A settlement that is decided
 * at the same instant by the older coverage is found by the person's next change, or by whoever
 * reviews the year.
 */
public final class NoticingLateKnowledge {

  private final BenefitYears years;
  private final Coverages coverages;
  private final Reviewing reviewing;
  private final LateFindings findings;
  private final BiConsumer<BenefitYear.Key, RuntimeException> log;

  /**
   * @param log is told of every year that cannot be read or folded
   */
  public NoticingLateKnowledge(
      BenefitYears years,
      Coverages coverages,
      Reviewing reviewing,
      LateFindings findings,
      BiConsumer<BenefitYear.Key, RuntimeException> log) {
    this.years = years;
    this.coverages = coverages;
    this.reviewing = reviewing;
    this.findings = findings;
    this.log = log;
  }

  /**
   * Looks at the years of these people by the coverage that is kept of them. A year that is broken
   * is noted for whoever has to look at it: it must not keep coverages from arriving (H13).
   */
  public void look(Collection<String> persons) {
    var theirs = years.ofPersons(persons);
    if (theirs.isEmpty()) {
      return;
    }
    var known =
        coverages.find(theirs.stream().map(year -> year.key().personNumber()).distinct().toList());
    var found = new ArrayList<LateFinding>();
    var settled = new ArrayList<LateFinding>();
    for (var year : theirs) {
      var kept = known.get(year.key().personNumber());
      var coverage = kept == null ? null : kept.coverage();
      if (coverage != null) {
        var seen = new LateFinding(year.key(), coverage.eligibilityVersion());
        (differs(year, coverage) ? found : settled).add(seen);
      }
    }
    findings.note(found);
    findings.forget(settled);
  }

  private boolean differs(Read read, Coverage coverage) {
    return switch (read) {
      case Whole(var year) -> differs(year, coverage);
      case Broken(var key, var why) -> {
        log.accept(key, why);
        yield true;
      }
    };
  }

  /** A year that a law has no number for now is one to look at: its review says what is missing. */
  private boolean differs(BenefitYear year, Coverage coverage) {
    try {
      return !reviewing.review(year, coverage).findsNothing();
    } catch (MissingParameter toBeLookedAt) {
      return true;
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
      log.accept(year.key(), broken);
      return true;
    }
  }
}
