/**
 * Premiums that the agency pays on behalf of marked residents (H15): who, for how much, by when.
 */
@NullMarked
package org.yizhan.eligibility.premium;

import org.jspecify.annotations.NullMarked;
