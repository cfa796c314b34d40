/**
 * A fund of one city: what it holds, may pay, is prepaid and is warned of (H10, H16 to H20, W5 to
 * W7). One aggregate decides all of it, one command after the other.
 */
@NullMarked
package org.yizhan.ledger.fund;

import org.jspecify.annotations.NullMarked;
