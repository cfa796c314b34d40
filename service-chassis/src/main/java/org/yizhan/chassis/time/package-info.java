/** The one clock of a process. */
@NullMarked
package org.yizhan.chassis.time;

import org.jspecify.annotations.NullMarked;
