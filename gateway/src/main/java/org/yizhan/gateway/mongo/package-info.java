/** Remembers which settlements were answered with PENDING. */
@NullMarked
package org.yizhan.gateway.mongo;

import org.jspecify.annotations.NullMarked;
