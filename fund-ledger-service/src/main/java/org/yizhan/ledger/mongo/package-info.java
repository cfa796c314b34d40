/** The journal and its totals in the store. */
@NullMarked
package org.yizhan.ledger.mongo;

import org.jspecify.annotations.NullMarked;
