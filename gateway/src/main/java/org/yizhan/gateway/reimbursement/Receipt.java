package org.yizhan.gateway.reimbursement;

import java.time.LocalDate;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * Money that has come back, as a well-formed body states it.
 *
 * @param receivedOn the day on which it stood on the account
 * @param recordedBy as the agency names its people
 * @param reference one per return of a case
 */
public record Receipt(
    Payer payer, Money amount, LocalDate receivedOn, String recordedBy, String reference) {}
