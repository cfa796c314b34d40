package org.yizhan.settlement.readjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.Order;
import org.yizhan.settlement.simulation.Question;
import org.yizhan.settlement.simulation.Slice;
import org.yizhan.settlement.simulation.SliceWork;
import org.yizhan.settlement.simulation.StoredYears;
import org.yizhan.settlement.simulation.Tally;

/**
 * What the law would change, settlement by settlement. The money is that of the settlements which
 * would change, in the period or, because something else is used up before them, after it.
 */
final class Preview implements SliceWork {

  private static final int LISTED_AT_ONCE = 1000;

  private final Question question;
  private final Order order;
  private final NewLaw law;
  private final StoredYears years;
  private final Readjudications list;

  Preview(Question question, Order order, NewLaw law, StoredYears years, Readjudications list) {
    this.question = question;
    this.order = order;
    this.law = law;
    this.years = years;
    this.list = list;
  }

  @Override
  public Findings work(Slice slice, BooleanSupplier goOn) {
    list.unlist(order.jobId(), slice);
    var pass = new Pass(slice);
    question
        .period()
        .years()
        .forEach(
            year ->
                years.read(
                    question.city(),
                    year,
                    slice,
                    each -> {
                      pass.add(each);
                      return goOn.getAsBoolean();
                    }));
    pass.flush();
    return pass.tally.findings();
  }

  private final class Pass {

    private final Slice slice;
    private final Tally tally = new Tally();
    private final List<Compared> changed = new ArrayList<>();

    private Pass(Slice slice) {
      this.slice = slice;
    }

    void add(BenefitYear year) {
      var claims = law.fold(year, question.period(), tally::addUndecided).year().claims();
      boolean affected = false;
      for (int i = 0; i < claims.size(); i++) {
        var was = year.claims().get(i);
        if (was.stands()) {
          var compared = Compared.of(was, claims.get(i).shares());
          if (compared.differs()) {
            tally.add(compared);
            changed.add(compared);
            affected = true;
          } else if (question.period().contains(compared.dischargeDate())) {
            tally.addUnaffected();
          }
        }
      }
      if (affected) {
        tally.addPerson(Set.of(), Set.of());
      }
      if (changed.size() >= LISTED_AT_ONCE) {
        flush();
      }
    }

    void flush() {
      list.list(order.jobId(), slice, changed);
      changed.clear();
    }
  }
}
