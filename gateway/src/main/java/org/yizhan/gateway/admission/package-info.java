/** An admission as a hospital states it. */
@NullMarked
package org.yizhan.gateway.admission;

import org.jspecify.annotations.NullMarked;
