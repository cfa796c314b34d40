/** The settlement service: domain packages inside, kafka, mongo and web at the edge. */
@NullMarked
package org.yizhan.settlement;

import org.jspecify.annotations.NullMarked;
