/** What the tests of several services share: the topics, a running service, a settlement. */
@NullMarked
package org.yizhan.testing;

import org.jspecify.annotations.NullMarked;
