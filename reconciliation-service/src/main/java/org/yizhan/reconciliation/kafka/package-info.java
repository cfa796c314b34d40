/** What reconciliation hears. */
@NullMarked
package org.yizhan.reconciliation.kafka;

import org.jspecify.annotations.NullMarked;
