/**
 * A bill as it arrives: the facts it meets and the rules it must keep before anybody divides it.
 */
@NullMarked
package org.yizhan.settlement.bill;

import org.jspecify.annotations.NullMarked;
