/** Topics: subscriptions, decoding, publishing until acknowledged, kinds of failure. */
@NullMarked
package org.yizhan.chassis.kafka;

import org.jspecify.annotations.NullMarked;
