/**
 * An agency's full roster, row by row, compared with what the agency last said of each person
 * (H12): who has joined, who has changed, and, once the whole roster is here, who was left out.
 */
@NullMarked
package org.yizhan.roster.fullroster;

import org.jspecify.annotations.NullMarked;
