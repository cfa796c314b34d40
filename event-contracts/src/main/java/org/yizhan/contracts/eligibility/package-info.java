/** What is known of a person's coverage (topic eligibility). */
@NullMarked
package org.yizhan.contracts.eligibility;

import org.jspecify.annotations.NullMarked;
