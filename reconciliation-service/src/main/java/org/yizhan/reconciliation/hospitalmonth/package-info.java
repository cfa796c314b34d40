/** A hospital's month: the advances it collects, and their totals. */
@NullMarked
package org.yizhan.reconciliation.hospitalmonth;

import org.jspecify.annotations.NullMarked;
