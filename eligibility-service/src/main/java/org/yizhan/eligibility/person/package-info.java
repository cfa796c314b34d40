/** A person is a fold over what was reported: enrolments, marks and filings as intervals. */
@NullMarked
package org.yizhan.eligibility.person;

import org.jspecify.annotations.NullMarked;
