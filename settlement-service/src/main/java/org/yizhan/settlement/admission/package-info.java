/** The check at admission: what a hospital learns of a patient before anything is billed. */
@NullMarked
package org.yizhan.settlement.admission;

import org.jspecify.annotations.NullMarked;
