package org.yizhan.roster.upload;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.roster.fullroster.RosterId;

/**
 * Puts a file on its agency's topic, portion by portion, in memory that does not depend on its
 * length. A file that is sent again goes on behind the last portion that the brokers have.
 */
public final class UploadingRosters {

  static final int PORTION = 1_000;

  private final Log log;
  private final Uploads uploads;

  public UploadingRosters(Log log, Uploads uploads) {
    this.log = log;
    this.uploads = uploads;
  }

  /** The agencies' topics. */
  public interface Log {

    /** Returns when all in-sync replicas have every message. */
    void append(String agency, List<AgencyMessage> messages);
  }

  /** How far each upload is. */
  public interface Uploads {

    /** 0 for a roster that was never uploaded. */
    long rowsOnTheLog(RosterId roster);

    void reached(RosterId roster, long rows);
  }

  /** What a caller says of the roster; see {@link RosterAnnounced}. */
  public record Label(
      RosterId roster,
      @Nullable String division,
      @Nullable String category,
      @Nullable String asOf,
      @Nullable String takenAt) {

    /** The announcement of so many rows. */
    public RosterAnnounced announcement(@Nullable Long rows, long checksum) {
      return new RosterAnnounced(
          roster.id(), division, category, asOf, takenAt, rows, Long.toHexString(checksum));
    }
  }

  /**
   * @param rows of the whole file
   * @param resumedAfter how many rows an earlier attempt had brought
   */
  public record Uploaded(long rows, String checksum, long resumedAfter) {}

  /**
   * Announces the roster behind its last row.
   *
   * @param rows in the order of the file; each is numbered by its place in it
   * @param requireIntact given the number of rows, throws when the file is not what its sender
   *     sent: then nothing is announced, and nobody can be left out
   */
  public Uploaded upload(Label label, Iterator<RosterRow> rows, LongConsumer requireIntact) {
    var roster = label.roster();
    long resumedAfter = uploads.rowsOnTheLog(roster);
    long number = 0;
    long checksum = 0;
    var portion = new ArrayList<AgencyMessage>(PORTION);
    while (rows.hasNext()) {
      var row = rows.next().numbered(roster.id(), ++number);
      checksum += row.checksum();
      if (number > resumedAfter) {
        portion.add(row);
        if (portion.size() == PORTION) {
          send(roster, portion, number);
        }
      }
    }
    send(roster, portion, number);
    requireIntact.accept(number);
    log.append(roster.agency(), List.of(label.announcement(number, checksum)));
    return new Uploaded(number, Long.toHexString(checksum), Math.min(resumedAfter, number));
  }

  private void send(RosterId roster, List<AgencyMessage> portion, long lastRow) {
    if (!portion.isEmpty()) {
      log.append(roster.agency(), List.copyOf(portion));
      uploads.reached(roster, lastRow);
      portion.clear();
    }
  }
}
