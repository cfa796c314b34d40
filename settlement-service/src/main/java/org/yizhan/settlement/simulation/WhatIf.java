package org.yizhan.settlement.simulation;

import java.util.function.BooleanSupplier;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.payerchain.Laws;

/** Answers a question by a replay of the stored years; nothing is changed. */
public final class WhatIf implements SliceWork {

  private final StoredYears years;
  private final LawBook book;
  private final Question question;
  private final Laws trial;

  public WhatIf(Question question, StoredYears years, LawBook book) {
    this.years = years;
    this.book = book;
    this.question = question;
    this.trial = book.of(question.hashInForce()).with(question.overlay());
  }

  @Override
  public Findings work(Slice slice, BooleanSupplier goOn) {
    var replay = new Replay(book, trial, question.period());
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
                      replay.add(each);
                      return goOn.getAsBoolean();
                    }));
    return replay.findings();
  }
}
