package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import org.yizhan.contracts.Money;

/**
 * What the law pays for a person and calendar year, and where that stands.
 *
 * @param from the first day of the value
 * @param status seed, published, derived or illustrative
 */
public record Subsidy(Money amount, LocalDate from, String status, String reference) {}
