package org.yizhan.gateway.form;

import org.yizhan.contracts.CitizenId;

/** Who is or was in hospital, by one of the two names a hospital may know. */
public sealed interface Person {

  /**
   * @param personNumber 人员编号: P and 16 characters
   */
  record ByNumber(String personNumber) implements Person {}

  /** The number behind it has to be looked up; the ID goes no further than that look-up. */
  record ByCitizenId(CitizenId id) implements Person {}
}
