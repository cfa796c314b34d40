package org.yizhan.contracts.fund;

/** What money is prepaid for; each kind is assessed, granted and watched by itself. */
public enum PrepaymentKind {
  /** Assistance inside the city, to the agency's expenditure account (H18). */
  IN_CITY,
  /** Assistance elsewhere in the province, to the province's off-site account (H19). */
  OFF_SITE_IN_PROVINCE,
  /** Assistance in other provinces, to the province by national rules (H19). */
  OFF_SITE_CROSS_PROVINCE,
  /** The special-care subsidy, one prepayment per district through the city's bureau (W5). */
  SPECIAL_CARE
}
