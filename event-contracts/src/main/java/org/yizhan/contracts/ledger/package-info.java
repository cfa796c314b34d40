/** What the books have taken in (topic ledger). */
@NullMarked
package org.yizhan.contracts.ledger;

import org.jspecify.annotations.NullMarked;
