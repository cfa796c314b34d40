/** How an agency's messages were answered, in all (H11). */
@NullMarked
package org.yizhan.roster.answer;

import org.jspecify.annotations.NullMarked;
