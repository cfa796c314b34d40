/**
 * A dozen discharges through the whole suite, as hospitals and agencies would send them, and what
 * came of them.
 */
@NullMarked
package org.yizhan.local.sample;

import org.jspecify.annotations.NullMarked;
