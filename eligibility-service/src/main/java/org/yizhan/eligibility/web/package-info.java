/** Reads of persons and the look-up of a citizen ID. */
@NullMarked
package org.yizhan.eligibility.web;

import org.jspecify.annotations.NullMarked;
