/** The statement of advances (垫付统计表) as a file. */
@NullMarked
package org.yizhan.reconciliation.statement;

import org.jspecify.annotations.NullMarked;
