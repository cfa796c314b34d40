/** What the ledger hears. */
@NullMarked
package org.yizhan.ledger.kafka;

import org.jspecify.annotations.NullMarked;
