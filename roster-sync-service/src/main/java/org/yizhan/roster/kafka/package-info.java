/** Agencies' topics in, roster and feedback out. */
@NullMarked
package org.yizhan.roster.kafka;

import org.jspecify.annotations.NullMarked;
