package org.yizhan.roster.change;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;

/**
 * What is remembered of a change that was accepted, so that the same message again is passed on
 * with the same bytes and another message with its id is told from it. Holds nothing readable of
 * the person.
 *
 * @param fingerprint keyed hash of everything that was said, Base64
 * @param sealedId as it was first passed on; sealing again would give other bytes
 * @param receivedAt of the message that was first accepted
 */
public record AcceptedChange(
    ChangeKey key,
    String fingerprint,
    String personNumber,
    String sealedId,
    @Nullable String sealedName,
    OffsetDateTime receivedAt,
    List<FieldError> remarks) {

  public AcceptedChange {
    remarks = List.copyOf(remarks);
  }
}
