package org.yizhan.reconciliation.hospitalmonth;

import java.time.YearMonth;

/** What is cleared at once: one hospital's advances of one month (H21). */
public record HospitalMonth(String hospitalCode, YearMonth month) {

  /** For example {@code H44160200001/2026-11}; in order of month within a hospital. */
  @Override
  public String toString() {
    return hospitalCode + "/" + month;
  }
}
