/** Entries: what was posted, from which record, once. */
@NullMarked
package org.yizhan.ledger.journal;

import org.jspecify.annotations.NullMarked;
