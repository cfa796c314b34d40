/**
 * Numbers that change by a decision, not by a program: dated values with their source, read from
 * files, looked up by day.
 */
@NullMarked
package org.yizhan.chassis.parameter;

import org.jspecify.annotations.NullMarked;
