/** The ports of {@code settling} on MongoDB; every write is majority and journalled. */
@NullMarked
package org.yizhan.settlement.mongo;

import org.jspecify.annotations.NullMarked;
