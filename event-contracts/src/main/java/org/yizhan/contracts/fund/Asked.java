package org.yizhan.contracts.fund;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.yizhan.contracts.Payer;

/**
 * What every command to a fund says.
 *
 * @param commandId the same command again has the same id and is decided once
 * @param city whose fund, six digits
 * @param by who asks; where two must agree, the second is somebody else
 * @param receivedAt stamped once; its date in Asia/Shanghai is the booking date
 */
public record Asked(
    UUID commandId, String city, Payer fund, String by, OffsetDateTime receivedAt) {}
