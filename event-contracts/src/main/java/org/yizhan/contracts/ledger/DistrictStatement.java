package org.yizhan.contracts.ledger;

import org.yizhan.contracts.Money;

/**
 * A district's month with the city's veterans bureau (W7).
 *
 * @param received what it prepaid and topped up in the month
 * @param spent what was paid for its patients in the month
 * @param balance what it has left at the month's end; zero when it owes
 * @param owed what was paid for its patients beyond its money; zero when something is left
 */
public record DistrictStatement(
    String district, Money received, Money spent, Money balance, Money owed) {}
