/** What the law of settlements states besides plain numbers, and how its files are read. */
@NullMarked
package org.yizhan.settlement.parameter;

import org.jspecify.annotations.NullMarked;
