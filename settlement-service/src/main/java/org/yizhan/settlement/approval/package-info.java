/** What two people must have looked at. */
@NullMarked
package org.yizhan.settlement.approval;

import org.jspecify.annotations.NullMarked;
