/** HTTP: one shape of error (RFC 9457). */
@NullMarked
package org.yizhan.chassis.web;

import org.jspecify.annotations.NullMarked;
