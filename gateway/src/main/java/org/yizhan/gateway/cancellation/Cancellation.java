package org.yizhan.gateway.cancellation;

import org.yizhan.contracts.care.CareCommand.Cascade;

/**
 * A well-formed cancellation.
 *
 * @param reason in the hospital's words
 * @param cascade what becomes of later settlements that would come out otherwise
 */
public record Cancellation(String reason, Cascade cascade) {}
