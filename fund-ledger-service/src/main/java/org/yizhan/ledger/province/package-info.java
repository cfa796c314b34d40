/**
 * The province and the city's off-site function (H19): what is asked of it, and what it answers.
 */
@NullMarked
package org.yizhan.ledger.province;

import org.jspecify.annotations.NullMarked;
