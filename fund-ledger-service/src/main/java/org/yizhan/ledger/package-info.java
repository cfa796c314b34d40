/** The books of every fund (H16): one posting engine, two books, entries that are never changed. */
@NullMarked
package org.yizhan.ledger;

import org.jspecify.annotations.NullMarked;
