/** A settlement told in words: who pays, by which rule and number of the law, and why not more. */
@NullMarked
package org.yizhan.settlement.explanation;

import org.jspecify.annotations.NullMarked;
