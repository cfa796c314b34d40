/** The accepted changes by agency and change id. */
@NullMarked
package org.yizhan.roster.mongo;

import org.jspecify.annotations.NullMarked;
