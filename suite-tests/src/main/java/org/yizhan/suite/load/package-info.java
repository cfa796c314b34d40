/** Measures throughput and latency, and believes no figure whose books do not balance. */
@NullMarked
package org.yizhan.suite.load;

import org.jspecify.annotations.NullMarked;
