/** What auditors and finance may ask. */
@NullMarked
package org.yizhan.ledger.web;

import org.jspecify.annotations.NullMarked;
