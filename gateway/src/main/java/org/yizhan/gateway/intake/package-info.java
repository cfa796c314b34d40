/** From a checked discharge to a command on the log, and from the log back to whoever waits. */
@NullMarked
package org.yizhan.gateway.intake;

import org.jspecify.annotations.NullMarked;
