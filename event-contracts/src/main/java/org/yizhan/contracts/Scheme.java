package org.yizhan.contracts;

/** The basic insurance a person is enrolled in: 城乡居民 residents or 职工 employees. */
public enum Scheme {
  RESIDENT,
  EMPLOYEE
}
