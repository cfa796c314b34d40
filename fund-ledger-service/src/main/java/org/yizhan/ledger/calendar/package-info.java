/**
 * The suite's one calendar: which days and months are to be told, up to where they were, and which
 * days are working days.
 */
@NullMarked
package org.yizhan.ledger.calendar;

import org.jspecify.annotations.NullMarked;
