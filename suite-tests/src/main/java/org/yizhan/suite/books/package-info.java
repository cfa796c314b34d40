/**
 * Whether money was conserved: what was answered against what stands in the books and the
 * statements.
 */
@NullMarked
package org.yizhan.suite.books;

import org.jspecify.annotations.NullMarked;
