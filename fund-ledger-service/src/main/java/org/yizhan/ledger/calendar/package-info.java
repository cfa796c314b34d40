/** The suite's one calendar: which days and months are to be told, and up to where they were. */
@NullMarked
package org.yizhan.ledger.calendar;

import org.jspecify.annotations.NullMarked;
