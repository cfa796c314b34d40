/**
 * Whole rosters as files: each row becomes a message of the agency's topic, as if it had sent it.
 */
@NullMarked
package org.yizhan.roster.upload;

import org.jspecify.annotations.NullMarked;
