/**
 * What if the law were another one: real claims folded again under trial parameters, beside what
 * was decided. Nothing is changed.
 */
@NullMarked
package org.yizhan.settlement.simulation;

import org.jspecify.annotations.NullMarked;
