/** A person's calendar year in one city: what was settled, and the decision about the next bill. */
@NullMarked
package org.yizhan.settlement.benefityear;

import org.jspecify.annotations.NullMarked;
