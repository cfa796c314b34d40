/** One document per person, guarded by its version. */
@NullMarked
package org.yizhan.eligibility.mongo;

import org.jspecify.annotations.NullMarked;
