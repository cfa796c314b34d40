/** Measures single calculations, without services around them. */
@NullMarked
package org.yizhan.suite.bench;

import org.jspecify.annotations.NullMarked;
