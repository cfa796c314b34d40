/**
 * Who the person is on the days that matter, and where the stay was: facts to decide on, kept with
 * the claim.
 */
@NullMarked
package org.yizhan.settlement.coverage;

import org.jspecify.annotations.NullMarked;
