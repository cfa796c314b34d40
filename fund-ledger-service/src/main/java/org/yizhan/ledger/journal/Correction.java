package org.yizhan.ledger.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry corrects; nothing that was posted is ever changed.
 *
 * @param revisionId the revision, the reimbursement case or the refund that asks for it
 * @param entryId the first entry of the same settlement and payer, or the payment's entry; null
 *     where there is none, because the payer had borne nothing, or where money outside one-stop
 *     moves
 */
public record Correction(UUID revisionId, @Nullable UUID entryId) {}
