/**
 * A law that reaches back, for a whole city: what it changes is shown first, and once two people
 * have confirmed it every year adopts it by a command of its own (H10).
 */
@NullMarked
package org.yizhan.settlement.readjudication;

import org.jspecify.annotations.NullMarked;
