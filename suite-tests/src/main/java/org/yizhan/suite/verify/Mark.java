package org.yizhan.suite.verify;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark that counts for a stay.
 *
 * @param own the person's own standard as a ratio; null for none
 */
record Mark(String category, String county, @Nullable BigDecimal own) {}
