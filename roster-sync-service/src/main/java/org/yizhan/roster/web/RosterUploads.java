package org.yizhan.roster.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Topics;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.ExaminingRosters;
import org.yizhan.roster.fullroster.RosterId;
import org.yizhan.roster.fullroster.Rosters;
import org.yizhan.roster.upload.UploadingRosters;
import org.yizhan.roster.upload.UploadingRosters.Label;

/**
 * H12: a full roster as a file, of any length. Its rows are examined and answered one by one, as
 * those of the topic; {@code GET} of the same path shows how far they are.
 */
@RestController
final class RosterUploads {

  private final UploadingRosters uploading;
  private final ExaminingRosters examining;
  private final Rosters rosters;
  private final RosterFiles files;

  RosterUploads(
      UploadingRosters uploading, ExaminingRosters examining, Rosters rosters, RosterFiles files) {
    this.uploading = uploading;
    this.examining = examining;
    this.rosters = rosters;
    this.files = files;
  }

  /**
   * @param rows that stand on the topic now, those of an earlier attempt among them
   */
  record Taken(String agency, String rosterId, long rows, String checksum, long resumedAfter) {}

  /**
   * 202 when every row and the announcement are on the log. A file that broke off is sent again
   * whole, under the same id, and goes on where it stopped. With {@code Content-Digest} (RFC 9530,
   * sha-256) a file that arrives otherwise than it was sent is refused and leaves nobody out.
   *
   * @param rows how many the sender's system counts: an export that failed, or a file that lost its
   *     end before it was sent, must not leave everybody out
   */
  @PostMapping(
      path = "/api/rosters/{agency}/{rosterId}",
      consumes = {RosterFiles.CSV, RosterFiles.JSON_LINES, RosterFiles.NDJSON})
  ResponseEntity<Taken> upload(
      @PathVariable String agency,
      @PathVariable String rosterId,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String takenAt,
      @RequestParam(required = false) @Nullable Long rows,
      HttpServletRequest request)
      throws IOException {
    var label = new Label(new RosterId(agency, rosterId), division, category, asOf, takenAt);
    requireSound(label, rows);
    requireOpen(label.roster());
    try (var file = files.open(request)) {
      var uploaded =
          uploading.upload(
              label,
              file.rows(),
              read -> {
                requireCount(Objects.requireNonNull(rows), read);
                file.requireIntact();
              });
      return ResponseEntity.accepted()
          .location(URI.create("/api/rosters/" + agency + "/" + rosterId))
          .body(
              new Taken(
                  agency, rosterId, uploaded.rows(), uploaded.checksum(), uploaded.resumedAfter()));
    }
  }

  /** Before the first row: what the topic would refuse at the end is refused at the beginning. */
  private void requireSound(Label label, @Nullable Long rows) {
    var agency = label.roster().agency();
    if (!Topics.MARKING_AGENCIES.contains(agency)) {
      throw malformed(
          List.of(
              new FieldError(
                  "agency",
                  agency,
                  "must be one of " + String.join(", ", Topics.MARKING_AGENCIES))));
    }
    var errors =
        examining.errorsIn(
            label.announcement(rows, 0), Desk.at(Topics.ROSTER_CHANGES_PREFIX + agency));
    if (!errors.isEmpty()) {
      throw malformed(errors);
    }
  }

  private void requireOpen(RosterId id) {
    var known = rosters.find(List.of(id)).get(id);
    if (known != null && !known.takesRows()) {
      throw new ProblemException(
          Problem.of(
              409,
              "roster-closed",
              "The roster is closed",
              "A roster id is used once; hand in a new roster under a new id.",
              new FieldError("rosterId", id.id(), "must not be used before")));
    }
  }

  private static void requireCount(long stated, long read) {
    if (stated != read) {
      throw new ProblemException(
          Problem.of(
              400,
              "row-count-mismatch",
              "The file has another number of rows",
              "The roster was not announced, so it leaves nobody out. Hand the whole file in under"
                  + " a new roster id.",
              new FieldError("rows", Long.toString(stated), "the file has " + read + " rows")));
    }
  }

  static ProblemException malformed(List<FieldError> errors) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().rule() + "."
                : errors.size() + " parameters are wrong.",
            errors.toArray(FieldError[]::new)));
  }
}
