/** Lines and totals in the store. */
@NullMarked
package org.yizhan.reconciliation.mongo;

import org.jspecify.annotations.NullMarked;
