/** What the gateway asks of settlement (topic care.commands). */
@NullMarked
package org.yizhan.contracts.care;

import org.jspecify.annotations.NullMarked;
