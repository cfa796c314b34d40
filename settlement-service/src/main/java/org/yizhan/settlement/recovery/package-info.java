/** What one-stop paid too much, and what has come back of it. */
@NullMarked
package org.yizhan.settlement.recovery;

import org.jspecify.annotations.NullMarked;
