/**
 * What agencies report: examined member by member, accepted once per change id, stripped of the
 * citizen ID.
 */
@NullMarked
package org.yizhan.roster.change;

import org.jspecify.annotations.NullMarked;
