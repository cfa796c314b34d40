package org.yizhan.ledger.balance;

import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;

/** All that was ever posted from one account to another, in one book of one fund. */
public record PairTotal(AccountRef debit, AccountRef credit, Money amount) {}
