/** Settlement's reads and trials over HTTP; the gateway routes to them. */
@NullMarked
package org.yizhan.settlement.web;

import org.jspecify.annotations.NullMarked;
