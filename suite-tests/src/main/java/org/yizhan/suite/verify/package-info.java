/**
 * Recomputes settlements from the parameter files and from what the settlements themselves state.
 * Stands alone: it shares no line with the services that made them, so that no mistake is made
 * twice.
 */
@NullMarked
package org.yizhan.suite.verify;

import org.jspecify.annotations.NullMarked;
