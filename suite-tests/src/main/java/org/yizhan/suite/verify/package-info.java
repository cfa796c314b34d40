/** Recomputes settlements from their explanations, with nothing of the services that made them. */
@NullMarked
package org.yizhan.suite.verify;

import org.jspecify.annotations.NullMarked;
