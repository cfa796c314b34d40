package org.yizhan.gateway.intake;

import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem;

/** Who stands behind a citizen ID; eligibility knows. */
public interface Identities {

  /**
   * What the look-up said. That eligibility cannot be asked is no outcome but an exception of the
   * edge.
   */
  sealed interface Identification {

    /**
     * @param eligibilityVersion what is known of the person at this moment
     */
    record Known(String personNumber, long eligibilityVersion) implements Identification {}

    record Unknown(Problem problem) implements Identification {}
  }

  Identification identify(CitizenId id);
}
