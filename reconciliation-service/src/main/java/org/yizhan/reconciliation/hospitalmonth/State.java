package org.yizhan.reconciliation.hospitalmonth;

/** How far a month's clearing has come. */
public enum State {
  /** Still collecting. */
  OPEN
}
