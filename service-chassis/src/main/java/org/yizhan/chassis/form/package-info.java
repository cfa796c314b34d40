/** What a body consists of before anything is known of it, and what is wrong with each member. */
@NullMarked
package org.yizhan.chassis.form;

import org.jspecify.annotations.NullMarked;
