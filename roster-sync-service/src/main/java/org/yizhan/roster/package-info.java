/** Agencies' rosters, enrolments and filings: validated and passed on without the citizen ID. */
@NullMarked
package org.yizhan.roster;

import org.jspecify.annotations.NullMarked;
