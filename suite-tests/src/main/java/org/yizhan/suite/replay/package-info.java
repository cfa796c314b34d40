/**
 * Replay proof: what settlement and the ledger hold is made again from the topics, by their own
 * rules, and compared with their databases document by document.
 */
@NullMarked
package org.yizhan.suite.replay;

import org.jspecify.annotations.NullMarked;
