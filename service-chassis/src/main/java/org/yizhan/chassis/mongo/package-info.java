/** The store: durable writes asserted at start-up, facts stored once, totals fenced by offset. */
@NullMarked
package org.yizhan.chassis.mongo;

import org.jspecify.annotations.NullMarked;
