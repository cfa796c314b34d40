/** How a bill is divided: three kinds of rule, folded along a city's chain of payers. */
@NullMarked
package org.yizhan.settlement.payerchain;

import org.jspecify.annotations.NullMarked;
