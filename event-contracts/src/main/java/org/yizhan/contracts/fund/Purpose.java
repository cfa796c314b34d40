package org.yizhan.contracts.fund;

/** Where the stay was that a hospital is paid for: it decides out of which account. */
public enum Purpose {
  IN_CITY,
  OFF_SITE_IN_PROVINCE,
  OFF_SITE_CROSS_PROVINCE
}
