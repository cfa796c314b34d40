/** Identifiers computed from their cause. */
@NullMarked
package org.yizhan.chassis.id;

import org.jspecify.annotations.NullMarked;
