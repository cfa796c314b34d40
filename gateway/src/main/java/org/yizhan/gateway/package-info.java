/**
 * One door for hospitals and agencies: what is asked is checked here, decided elsewhere, answered
 * here.
 */
@NullMarked
package org.yizhan.gateway;

import org.jspecify.annotations.NullMarked;
