/** Where a suite that is started for a while keeps its data. */
@NullMarked
package org.yizhan.suite.folder;

import org.jspecify.annotations.NullMarked;
