/** Texts that must not be readable: keyed hash and encryption at rest. */
@NullMarked
package org.yizhan.chassis.privacy;

import org.jspecify.annotations.NullMarked;
