/** What roster-sync passes on once a message has been validated (topic roster). */
@NullMarked
package org.yizhan.contracts.roster;

import org.jspecify.annotations.NullMarked;
