package org.yizhan.settlement.benefityear;

import java.util.UUID;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Laws;

/** How a claim is to stand when its year is folded again. */
public sealed interface Standing {

  Standing AS_DECIDED = new AsDecided();

  /** By the facts and the law of its decision; only what the year had used up may differ. */
  record AsDecided() implements Standing {}

  /** By these facts and this law, where they make a difference. */
  record Under(StayCircumstances circumstances, Laws laws) implements Standing {}

  /** Not at all. */
  record Cancelled(UUID revisionId) implements Standing {}
}
