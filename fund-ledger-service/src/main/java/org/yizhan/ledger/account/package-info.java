/** Accounts and their sub-accounts; the chart is data. */
@NullMarked
package org.yizhan.ledger.account;

import org.jspecify.annotations.NullMarked;
