package org.yizhan.contracts;

/** 在职 or 退休; stated for employees only. */
public enum EmploymentStatus {
  ACTIVE,
  RETIRED
}
