package org.yizhan.settlement.readjudication;

import java.util.function.Function;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.readjudication.Adopting.Tools;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.SliceWork;
import org.yizhan.settlement.simulation.StoredYears;
import org.yizhan.settlement.simulation.WhatIf;

/** What is to be done for a job: answer it, preview what is to be put into effect, or do so. */
public final class JobWorks implements Function<Simulation, SliceWork> {

  private final LawBook book;
  private final NewLaw inForce;
  private final Tools tools;

  public JobWorks(
      LawBook book,
      NewLaw inForce,
      StoredYears years,
      Readjudications readjudications,
      AdoptionCommands commands) {
    this.book = book;
    this.inForce = inForce;
    this.tools = new Tools(years, readjudications, commands);
  }

  @Override
  public SliceWork apply(Simulation job) {
    var question = job.question();
    var order = question.order();
    if (order == null) {
      return new WhatIf(question, tools.years(), book);
    }
    var approval = order.approval();
    if (approval == null) {
      var law = new NewLaw(new Refolding(book), book.of(question.hashInForce()));
      return new Preview(question, order, law, tools.years(), tools.decided());
    }
    return new Adopting(question, order, approval, inForce, tools);
  }
}
