/** Manual reimbursement as an agency proposes and decides it. */
@NullMarked
package org.yizhan.gateway.reimbursement;

import org.jspecify.annotations.NullMarked;
