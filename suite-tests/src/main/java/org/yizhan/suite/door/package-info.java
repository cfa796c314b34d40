/**
 * The suite as a hospital's program sees it: HTTP through the gateway, asking again until answered.
 */
@NullMarked
package org.yizhan.suite.door;

import org.jspecify.annotations.NullMarked;
