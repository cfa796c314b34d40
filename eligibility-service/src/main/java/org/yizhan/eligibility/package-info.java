/**
 * What is known of persons: who is enrolled where, who is marked as what, who may be treated
 * off-site.
 */
@NullMarked
package org.yizhan.eligibility;

import org.jspecify.annotations.NullMarked;
