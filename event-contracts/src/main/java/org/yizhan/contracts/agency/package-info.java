/** What agencies and operators publish, and the feedback they get. */
@NullMarked
package org.yizhan.contracts.agency;

import org.jspecify.annotations.NullMarked;
