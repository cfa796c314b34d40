package org.yizhan.gateway.admission;

/**
 * What the patient shows at the counter (H9). All three carry the citizen ID number (GB 11643): the
 * social-security number is the same number, and the household book lists it for every member.
 */
public enum Document {
  ID_CARD,
  SOCIAL_SECURITY_CARD,
  HOUSEHOLD_BOOK
}
