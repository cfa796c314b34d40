/** What finance prints: sheets of one fund of one city over a span of months (H16, H18, W5). */
@NullMarked
package org.yizhan.ledger.report;

import org.jspecify.annotations.NullMarked;
