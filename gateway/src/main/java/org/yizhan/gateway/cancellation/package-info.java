/** A cancellation as a hospital sends it. */
@NullMarked
package org.yizhan.gateway.cancellation;

import org.jspecify.annotations.NullMarked;
