package org.yizhan.ledger.balance;

import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;

/**
 * All that was posted from one account to another, in one book of one fund, in the months asked
 * for.
 */
public record PairTotal(AccountRef debit, AccountRef credit, Money amount) {}
