/** HTTP: hospitals on one side, the services behind the door on the other. */
@NullMarked
package org.yizhan.gateway.web;

import org.jspecify.annotations.NullMarked;
