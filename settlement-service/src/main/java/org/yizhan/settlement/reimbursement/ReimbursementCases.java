package org.yizhan.settlement.reimbursement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;

/** The manual-reimbursement cases, as they stand. */
public interface ReimbursementCases {

  Optional<ReimbursementCase> find(UUID caseId);

  /** Keeps a proposed case; one that is known stays as it is. */
  void propose(ReimbursementCase proposed);

  /** Writes how a case was decided, if it is still only proposed. */
  void decide(ReimbursementCase decided);

  /**
   * In the order of their ids.
   *
   * @param state null for all
   * @param after the last case of the page before, null for the first page
   */
  List<ReimbursementCase> page(@Nullable State state, @Nullable UUID after, int limit);
}
