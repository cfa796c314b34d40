/** What finance, agency, bureaus and insurer ask of a fund, and how they hear what became of it. */
@NullMarked
package org.yizhan.ledger.asking;

import org.jspecify.annotations.NullMarked;
