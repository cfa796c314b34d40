/** Validated changes in; coverage and acceptances out. */
@NullMarked
package org.yizhan.eligibility.kafka;

import org.jspecify.annotations.NullMarked;
