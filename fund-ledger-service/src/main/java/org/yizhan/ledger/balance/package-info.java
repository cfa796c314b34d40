/** What the books say: sums over pairs of accounts. */
@NullMarked
package org.yizhan.ledger.balance;

import org.jspecify.annotations.NullMarked;
