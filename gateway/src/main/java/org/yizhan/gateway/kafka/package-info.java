/** Sends commands and hears what was decided. */
@NullMarked
package org.yizhan.gateway.kafka;

import org.jspecify.annotations.NullMarked;
