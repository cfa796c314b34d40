/** Divisions and identity categories as dated data (divisions.yaml, categories.yaml). */
@NullMarked
package org.yizhan.roster.reference;

import org.jspecify.annotations.NullMarked;
