/** What makes tampering with the books visible: chains of digests over entries, and over days. */
@NullMarked
package org.yizhan.ledger.chain;

import org.jspecify.annotations.NullMarked;
