/** What becomes known late about a year, and the cases in which it is settled by hand. */
@NullMarked
package org.yizhan.settlement.reimbursement;

import org.jspecify.annotations.NullMarked;
