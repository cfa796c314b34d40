package org.yizhan.settlement.approval;

import java.util.Optional;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/** H10: who proposes that money moves is not who decides it. */
public record TwoPeople(String maker, String checker) {

  /** 422 {@code same-person} when they are one; empty otherwise. */
  public Optional<Problem> refusal() {
    return maker.equals(checker)
        ? Optional.of(
            Problem.of(
                422,
                "same-person",
                "Two people are needed",
                "Who proposed it does not decide it. Let somebody else check it.",
                new FieldError("checker", checker, "must not be the maker")))
        : Optional.empty();
  }
}
