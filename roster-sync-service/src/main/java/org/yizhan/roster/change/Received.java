package org.yizhan.roster.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/**
 * One agency message as it arrived.
 *
 * @param topicId of the source's topic: with it the place is unique for ever
 * @param type the CloudEvents type that its sender gave it
 * @param receivedAt when the broker took it: since then the change is known (H11)
 */
public record Received(
    Source source, String topicId, String type, OffsetDateTime receivedAt, AgencyMessage message) {

  LocalDate receivedOn() {
    return receivedAt.toLocalDate();
  }
}
