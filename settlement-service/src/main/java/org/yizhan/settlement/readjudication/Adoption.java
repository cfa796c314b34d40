package org.yizhan.settlement.readjudication;

import java.util.List;
import java.util.UUID;
import org.yizhan.settlement.simulation.Compared;

/**
 * What a command to adopt the law came to for one person's year.
 *
 * @param settlements of which a share is another now, as they stood and as they stand since
 * @param lawHasChanged another law was in force by then: nothing was changed
 */
public record Adoption(
    UUID commandId,
    UUID jobId,
    String personNumber,
    List<Compared> settlements,
    boolean lawHasChanged) {

  public Adoption {
    settlements = List.copyOf(settlements);
  }
}
