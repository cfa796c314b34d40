package org.yizhan.roster.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/**
 * One agency message as it arrived.
 *
 * @param type the CloudEvents type that its sender gave it
 * @param receivedAt when the broker took it: since then the change is known (H11)
 */
public record Received(
    Source source, String type, OffsetDateTime receivedAt, AgencyMessage message) {

  LocalDate receivedOn() {
    return receivedAt.toLocalDate();
  }
}
