/** What the funds must obey: prepayments, the insurer's imprest, how far a balance must reach. */
@NullMarked
package org.yizhan.ledger.law;

import org.jspecify.annotations.NullMarked;
