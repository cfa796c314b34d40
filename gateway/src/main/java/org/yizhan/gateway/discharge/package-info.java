/**
 * A discharge as a hospital states it: its form and the rules that need no knowledge of the person.
 */
@NullMarked
package org.yizhan.gateway.discharge;

import org.jspecify.annotations.NullMarked;
