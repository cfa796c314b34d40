/** What settlement decided (topics settlements and care.answers). */
@NullMarked
package org.yizhan.contracts.settlement;

import org.jspecify.annotations.NullMarked;
