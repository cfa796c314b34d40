/**
 * Starts the distributed engines, and the whole suite, on one machine: behind {@code ./run} and for
 * tests.
 */
@NullMarked
package org.yizhan.local;

import org.jspecify.annotations.NullMarked;
