/** What hospitals and the agency may ask. */
@NullMarked
package org.yizhan.reconciliation.web;

import org.jspecify.annotations.NullMarked;
