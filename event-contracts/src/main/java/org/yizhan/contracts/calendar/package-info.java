/** What the calendar says (topic calendar), so that services need no clock for deadlines. */
@NullMarked
package org.yizhan.contracts.calendar;

import org.jspecify.annotations.NullMarked;
