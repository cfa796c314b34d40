/** What agencies ask about their rosters. */
@NullMarked
package org.yizhan.roster.web;

import org.jspecify.annotations.NullMarked;
