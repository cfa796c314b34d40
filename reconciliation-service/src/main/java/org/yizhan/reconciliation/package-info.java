/** Monthly clearing of what hospitals advanced (H21, H23). */
@NullMarked
package org.yizhan.reconciliation;

import org.jspecify.annotations.NullMarked;
