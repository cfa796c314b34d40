package org.yizhan.gateway.intake;

import java.util.Optional;
import java.util.UUID;

/** The reimbursement cases as the service knows them that made them. */
public interface KnownCases {

  /** Whose case it is; empty when there is none with this id. */
  Optional<String> personOf(UUID caseId);
}
