/** What is asked of the funds' accounts (topic fund.commands). */
@NullMarked
package org.yizhan.contracts.fund;

import org.jspecify.annotations.NullMarked;
