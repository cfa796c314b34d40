package org.yizhan.roster.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.roster.fullroster.Roster;
import org.yizhan.roster.fullroster.Roster.Progress;
import org.yizhan.roster.fullroster.RosterId;
import org.yizhan.roster.fullroster.Rosters;

/** How far an agency's full rosters are (H12). */
@RestController
final class RosterRequests {

  private static final int LIMIT_MAX = 1_000;

  private final Rosters rosters;

  RosterRequests(Rosters rosters) {
    this.rosters = rosters;
  }

  /**
   * @param state null while rows have arrived but no announcement
   * @param arrived rows that are here; the four numbers before it add up to it
   */
  record RosterView(
      String agency,
      String rosterId,
      @Nullable String division,
      @Nullable String category,
      @Nullable LocalDate asOf,
      @Nullable OffsetDateTime announcedAt,
      Roster.@Nullable State state,
      @Nullable String reason,
      @Nullable Long rows,
      long joined,
      long changed,
      long unchanged,
      long refused,
      long arrived,
      long leftOut) {}

  record Page(List<RosterView> rosters, @Nullable String next) {}

  /**
   * @param after {@code next} of the page before
   */
  @GetMapping("/api/rosters/{agency}")
  Page rosters(
      @PathVariable String agency,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw malformedLimit(limit);
    }
    var found = rosters.of(agency, after, limit);
    return new Page(
        found.stream().map(this::view).toList(),
        found.size() < limit ? null : found.getLast().id().id());
  }

  /** 404 {@code unknown-roster} before its first row and its announcement. */
  @GetMapping("/api/rosters/{agency}/{rosterId}")
  RosterView roster(@PathVariable String agency, @PathVariable String rosterId) {
    var id = new RosterId(agency, rosterId);
    var known = rosters.find(List.of(id)).get(id);
    if (known != null) {
      return view(known);
    }
    var progress = rosters.progressOf(id).orElseThrow(() -> unknown(rosterId));
    return view(id, null, progress);
  }

  private RosterView view(Roster roster) {
    return view(roster.id(), roster, rosters.progressOf(roster.id()).orElse(Progress.NOTHING));
  }

  private static RosterView view(RosterId id, @Nullable Roster roster, Progress progress) {
    var said = roster == null ? null : roster.announcement();
    return new RosterView(
        id.agency(),
        id.id(),
        said == null ? null : said.division(),
        said == null ? null : said.category(),
        said == null ? null : said.asOf(),
        roster == null ? null : roster.announcedAt(),
        roster == null ? null : roster.state(),
        roster == null ? null : roster.reason(),
        said == null ? null : said.rows(),
        progress.joined(),
        progress.changed(),
        progress.unchanged(),
        progress.refused(),
        progress.arrived(),
        roster == null ? 0 : roster.leftOut());
  }

  private static ProblemException malformedLimit(int limit) {
    var rule = "must be a whole number from 1 to " + LIMIT_MAX;
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Parameter limit " + rule + ".",
            new FieldError("limit", Integer.toString(limit), rule)));
  }

  private static ProblemException unknown(String rosterId) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-roster",
            "Unknown roster",
            "Neither a row nor an announcement of this roster has arrived.",
            new FieldError("rosterId", rosterId, "must be a roster that was handed in")));
  }
}
