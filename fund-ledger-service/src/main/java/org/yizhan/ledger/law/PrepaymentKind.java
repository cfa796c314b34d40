package org.yizhan.ledger.law;

/** What money is prepaid for; each kind has its own rule and its own balance. */
public enum PrepaymentKind {
  /** Moved to the agency's account for stays in the city (H18). */
  IN_CITY,
  /** Paid up to the province for stays elsewhere in it (H19). */
  OFF_SITE_IN_PROVINCE,
  /** Paid up to the province for stays in other provinces (H19). */
  OFF_SITE_CROSS_PROVINCE,
  /** Special-care subsidies, one prepayment per district (W5). */
  SPECIAL_CARE
}
