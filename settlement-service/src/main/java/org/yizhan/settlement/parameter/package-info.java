/** Law as dated data with its source: parameters of a city, read from files, looked up by day. */
@NullMarked
package org.yizhan.settlement.parameter;

import org.jspecify.annotations.NullMarked;
