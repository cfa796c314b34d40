package org.yizhan.gateway.intake;

import java.util.Optional;
import java.util.UUID;

/** The reimbursement cases as the service knows them that made them. */
public interface KnownCases {

  /** Whose case it is; empty when there is none with this id. */
  Optional<String> personOf(UUID caseId);

  /** Of whom something is to be got back by this case; empty when there is nothing. */
  Optional<String> debtorOf(UUID caseId);
}
