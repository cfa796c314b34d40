/** Systems outside the suite that a service calls over HTTP. */
@NullMarked
package org.yizhan.chassis.outside;

import org.jspecify.annotations.NullMarked;
