/** What several forms of hospitals have in common. */
@NullMarked
package org.yizhan.gateway.form;

import org.jspecify.annotations.NullMarked;
