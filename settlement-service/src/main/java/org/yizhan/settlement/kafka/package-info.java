/** What settlement hears and says on the topics. */
@NullMarked
package org.yizhan.settlement.kafka;

import org.jspecify.annotations.NullMarked;
