package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;

/**
 * The published decisions: each settlement as it went out, each refusal by the command it answers.
 */
public interface Settlements {

  /**
   * The bytes of the {@code claim-settled} event as published; absent while it was not published.
   */
  Map<UUID, byte[]> find(Collection<UUID> settlementIds);

  /** Those of them whose events were published. */
  Set<UUID> published(Collection<UUID> settlementIds);

  void keep(Map<UUID, byte[]> published);

  Map<UUID, DischargeRefused> refusalsOf(Collection<UUID> commandIds);

  void keepRefusals(Collection<DischargeRefused> refusals);

  /** The newest refusal of a settlement that was never settled. */
  Optional<DischargeRefused> lastRefusalOf(UUID settlementId);
}
