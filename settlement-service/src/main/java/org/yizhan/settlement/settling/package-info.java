/**
 * The use case: commands in, stored decisions and answers out. Says what it needs of the store as
 * ports; decides each command once, whatever is delivered again.
 */
@NullMarked
package org.yizhan.settlement.settling;

import org.jspecify.annotations.NullMarked;
